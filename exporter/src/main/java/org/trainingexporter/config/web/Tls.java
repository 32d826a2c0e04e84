package org.trainingexporter.config.web;

import javax.net.ssl.SSLContext;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;

/** The TLS settings of the listener. */
public record Tls(
    SSLContext context,
    Sequence<String> protocols,
    Sequence<String> cipherSuites,
    SslClientAuthMode clientAuth) {}
