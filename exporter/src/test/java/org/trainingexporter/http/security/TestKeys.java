package org.trainingexporter.http.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate with its key, made by {@code keytool}. */
public final class TestKeys {
  private static final String PASSWORD = "changeit";

  private final KeyStore store;

  private TestKeys(KeyStore store) {
    this.store = store;
  }

  /**
   * Makes a pair.
   *
   * @param kind arguments that choose it, such as {@code -keyalg EC}, and its names if they are to
   *     be others than {@code localhost}
   */
  public static TestKeys make(Path directory, String... kind)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = directory.resolve("made.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", "a", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
    command.addAll(List.of("-dname", "CN=localhost"));
    command.addAll(Arrays.asList(kind));
    if (!command.contains("-ext")) {
      command.addAll(List.of("-ext", "SAN=dns:localhost"));
    }
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    Files.delete(file);
    return new TestKeys(store);
  }

  public Path certificateTo(Path file) throws IOException, GeneralSecurityException {
    return writePem(file, "CERTIFICATE", store.getCertificate("a").getEncoded());
  }

  public Path keyTo(Path file) throws IOException, GeneralSecurityException {
    return writePem(file, "PRIVATE KEY", pkcs8());
  }

  /** In the old form, which in PKCS#8 stands behind 26 bytes of envelope. */
  public Path rsaKeyTo(Path file) throws IOException, GeneralSecurityException {
    byte[] pkcs8 = pkcs8();
    return writePem(file, "RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
  }

  /** A client that has this pair and trusts the other's certificate. */
  public SSLContext clientTrusting(TestKeys server) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), server.trust().getTrustManagers(), null);
    return context;
  }

  /** A client without a certificate, which trusts this one. */
  public SSLContext client() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust().getTrustManagers(), null);
    return context;
  }

  private TrustManagerFactory trust() throws GeneralSecurityException {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return trust;
  }

  private byte[] pkcs8() throws GeneralSecurityException {
    return store.getKey("a", PASSWORD.toCharArray()).getEncoded();
  }

  private static Path writePem(Path file, String label, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String frame = "-----%s " + label + "-----\n";
    return Files.writeString(
        file, frame.formatted("BEGIN") + base64 + "\n" + frame.formatted("END"));
  }
}
