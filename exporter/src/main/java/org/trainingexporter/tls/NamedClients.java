package org.trainingexporter.tls;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Accepts a client certificate that another trust manager accepts and whose subject alternative
 * names (RFC 5280, 4.2.1.6) include one of a list: DNS name, IP address, e-mail address or URI.
 */
public final class NamedClients extends X509ExtendedTrustManager {
  private static final int IP_ADDRESS = 7;
  private static final List<Integer> KINDS = List.of(1, 2, 6, IP_ADDRESS);

  private final X509TrustManager authorities;
  private final Collection<String> names;

  public NamedClients(X509TrustManager authorities, Collection<String> names) {
    this.authorities = authorities;
    this.names = List.copyOf(names);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (authorities instanceof X509ExtendedTrustManager extended) {
      extended.checkClientTrusted(chain, type, engine);
    } else {
      authorities.checkClientTrusted(chain, type);
    }
    checkNames(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    authorities.checkClientTrusted(chain, type);
    checkNames(chain[0]);
  }

  private void checkNames(X509Certificate client) throws CertificateException {
    Collection<List<?>> alternatives = alternatives(client);
    for (List<?> alternative : alternatives) {
      if (KINDS.contains(alternative.get(0)) && isAllowed(alternative)) {
        return;
      }
    }
    throw new CertificateException("None of the certificate's names is allowed");
  }

  private static Collection<List<?>> alternatives(X509Certificate client)
      throws CertificateParsingException {
    Collection<List<?>> names = client.getSubjectAlternativeNames();
    return names == null ? List.of() : names;
  }

  private boolean isAllowed(List<?> alternative) {
    String name = String.valueOf(alternative.get(1));
    return alternative.get(0).equals(IP_ADDRESS)
        ? names.stream().anyMatch(allowed -> isSameAddress(allowed, name))
        : names.contains(name);
  }

  /** Java writes an IPv6 address in full. A text without colon or with letters is no address. */
  private static boolean isSameAddress(String allowed, String address) {
    if (!allowed.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return false;
    }
    try {
      return InetAddress.getByName(allowed).equals(InetAddress.getByName(address));
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw new UnsupportedOperationException("only a server uses this");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw new UnsupportedOperationException("only a server uses this");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("only a server uses this");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
