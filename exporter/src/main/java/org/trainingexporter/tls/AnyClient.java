package org.trainingexporter.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Asks clients for a certificate and takes any, as the client_auth_types without "Verify" say. */
public final class AnyClient implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("only a server uses this");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
