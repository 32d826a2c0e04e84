package org.trainingexporter.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Accepts any client certificate, for the values of client_auth_type without "Verify". */
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
