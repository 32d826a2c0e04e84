package org.trainingexporter.config.web;

import javax.net.ssl.SSLContext;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;

/** The TLS of a listener: keys and trust, and what is offered to a client. */
public record Tls(
    SSLContext context,
    Sequence<String> protocols,
    Sequence<String> cipherSuites,
    SslClientAuthMode clientAuth) {}
