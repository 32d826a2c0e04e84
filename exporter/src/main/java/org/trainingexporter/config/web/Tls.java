package org.trainingexporter.config.web;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;

/**
 * The TLS settings of the listener.
 *
 * @param serverOrder whether the order of the server's suites decides, not that of the client's
 * @param namedGroups elliptic curves in order of preference; Java's own choice if empty
 */
public record Tls(
    SSLContext context,
    Sequence<String> protocols,
    Sequence<String> cipherSuites,
    boolean serverOrder,
    List<String> namedGroups,
    SslClientAuthMode clientAuth) {}
