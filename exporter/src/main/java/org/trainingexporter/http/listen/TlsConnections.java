package org.trainingexporter.http.listen;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import org.trainingexporter.config.web.Tls;
import org.trainingexporter.tls.NamedGroups;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.ssl.SslConnection;

/** Puts TLS around accepted connections. The settings may be exchanged at any time. */
final class TlsConnections {
  // The largest TLS record and its header.
  private static final int BUFFER_BYTES = 17 * 1024;
  private static final int BUFFERS_KEPT = 16;
  private static final int BUFFERS_KEPT_BY_A_THREAD = 2;

  /** Settings with what Undertow needs for them. */
  private record Current(Tls tls, UndertowXnioSsl ssl, OptionMap options) {}

  private final Xnio xnio;
  private final Executor cryptography;
  private final ByteBufferPool buffers =
      new DefaultByteBufferPool(true, BUFFER_BYTES, BUFFERS_KEPT, BUFFERS_KEPT_BY_A_THREAD);
  private volatile Current current;

  /**
   * @param cryptography does the slow part of handshakes
   */
  TlsConnections(Xnio xnio, Tls tls, Executor cryptography) {
    this.xnio = xnio;
    this.cryptography = cryptography;
    use(tls);
  }

  /** For connections from now on. */
  void use(Tls tls) {
    OptionMap options =
        OptionMap.builder()
            .set(Options.SSL_ENABLED_PROTOCOLS, tls.protocols())
            .set(Options.SSL_ENABLED_CIPHER_SUITES, tls.cipherSuites())
            .set(Options.SSL_CLIENT_AUTH_MODE, tls.clientAuth())
            .set(UndertowOptions.SSL_USER_CIPHER_SUITES_ORDER, tls.serverOrder())
            .getMap();
    UndertowXnioSsl ssl =
        new UndertowXnioSsl(xnio, OptionMap.EMPTY, buffers, tls.context(), cryptography);
    current = new Current(tls, ssl, options);
  }

  SslConnection wrap(StreamConnection socket, Runnable handshakeDone) {
    Current now = current;
    SslConnection secured = now.ssl.wrapExistingConnection(socket, now.options, false);
    SSLEngine engine = UndertowXnioSsl.getSslEngine(secured);
    NamedGroups.set(engine, now.tls.namedGroups());
    secured.getHandshakeSetter().set(ignored -> handshakeDone.run());
    return secured;
  }
}
