package org.trainingexporter.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS contexts, and their key and trust managers, from PEM files. */
public final class KeyStores {
  private static final char[] NO_PASSWORD = new char[0];

  private KeyStores() {}

  /** A context; null stands for no keys, or for Java's own authorities. */
  public static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has TLS", e);
    }
  }

  /**
   * The key managers of a server.
   *
   * @throws PemException if one is wrong, or the key is not the certificate's
   */
  public static KeyManager[] keyManagers(PemFile certificateFile, PemFile keyFile)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> chain = certificateFile.certificates();
    PublicKey publicKey = chain.get(0).getPublicKey();
    PrivateKey key = keyFile.privateKey(publicKey.getAlgorithm());
    if (!isPair(publicKey, key)) {
      throw new PemException(keyFile, "is not the key of the certificate " + certificateFile);
    }
    KeyStore store = empty();
    store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  /**
   * Trust managers for certificates that these authorities signed.
   *
   * @throws PemException if the file is missing or holds no certificate
   */
  public static TrustManager[] trustManagers(Path authorities)
      throws IOException, GeneralSecurityException {
    return trustManagers(PemFile.read(authorities));
  }

  /**
   * The same.
   *
   * @throws PemException if it holds no certificate
   */
  public static TrustManager[] trustManagers(PemFile authorities)
      throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    int count = 0;
    for (X509Certificate authority : authorities.certificates()) {
      store.setCertificateEntry("authority-" + count++, authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Trust managers for certificates that Java's own authorities signed. */
  public static TrustManager[] ownTrustManagers() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Whether the public key verifies what the private key signs; works for every kind of key. */
  private static boolean isPair(PublicKey publicKey, PrivateKey key)
      throws GeneralSecurityException {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> publicKey.getAlgorithm();
        };
    byte[] probe = {1, 2, 3};
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(probe);
    byte[] signature = signer.sign();
    signer.initVerify(publicKey);
    signer.update(probe);
    return signer.verify(signature);
  }
}
