package org.trainingexporter.config.web;

import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The cipher suites of the listener. The default are those of Go's crypto/tls: forward secrecy
 * always, CBC only with SHA-1. The suites of TLS 1.3 are always enabled.
 */
final class CipherSuites {
  private static final List<String> DEFAULT =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");

  /** One of these is required by RFC 9113, 9.2.2. */
  private static final List<String> OF_HTTP2 =
      List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");

  private CipherSuites() {}

  /** All suites to enable, those of TLS 1.3 first. */
  static List<String> read(WebConfigSection section, SSLContext context) {
    List<String> supported = List.of(context.getSupportedSSLParameters().getCipherSuites());
    List<String> enabled = List.of(context.getDefaultSSLParameters().getCipherSuites());
    List<String> wanted = section.texts("cipher_suites");
    for (String suite : wanted) {
      if (!supported.contains(suite)) {
        throw section.wrong("cipher_suites", "\"" + suite + "\" is not known to this Java");
      }
    }
    List<String> suites =
        new ArrayList<>(enabled.stream().filter(suite -> !suite.contains("_WITH_")).toList());
    (wanted.isEmpty() ? DEFAULT.stream().filter(enabled::contains) : wanted.stream())
        .filter(suite -> !suites.contains(suite))
        .forEach(suites::add);
    return suites;
  }

  /**
   * Rejects a list with which no client could use HTTP/2 over TLS 1.2.
   *
   * @param http2 whether it is offered
   */
  static void checkHttp2(WebConfigSection section, boolean http2, boolean tls12) {
    List<String> wanted = section.texts("cipher_suites");
    if (http2 && tls12 && !wanted.isEmpty() && OF_HTTP2.stream().noneMatch(wanted::contains)) {
      throw section.wrong(
          "cipher_suites",
          "HTTP/2 requires one of "
              + String.join(", ", OF_HTTP2)
              + "; add one, or set http_server_config.http2 to false");
    }
  }
}
