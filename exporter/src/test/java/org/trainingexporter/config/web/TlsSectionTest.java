package org.trainingexporter.config.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.http.security.TestKeys;
import org.trainingexporter.web.flag.ConfigException;
import org.xnio.SslClientAuthMode;

final class TlsSectionTest {
  @TempDir static Path directory;

  @BeforeAll
  static void makeKeys() throws Exception {
    TestKeys rsa = TestKeys.make(directory, "-keyalg", "RSA", "-keysize", "2048");
    rsa.certificateTo(directory.resolve("rsa.crt"));
    rsa.keyTo(directory.resolve("rsa.key"));
    rsa.rsaKeyTo(directory.resolve("pkcs1.key"));
    TestKeys ec = TestKeys.make(directory, "-keyalg", "EC", "-groupname", "secp256r1");
    ec.certificateTo(directory.resolve("ec.crt"));
    ec.keyTo(directory.resolve("ec.key"));
    TestKeys other = TestKeys.make(directory, "-keyalg", "EC", "-groupname", "secp256r1");
    other.keyTo(directory.resolve("other.key"));
    String sec1 = "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n";
    Files.writeString(directory.resolve("sec1.key"), sec1);
    Files.writeString(directory.resolve("empty"), "");
  }

  @ParameterizedTest
  @CsvSource({"rsa.crt, rsa.key", "rsa.crt, pkcs1.key", "ec.crt, ec.key"})
  void reads_keys_of_each_kind(String certificate, String key) throws Exception {
    Tls tls = read("{cert_file: " + certificate + ", key_file: " + key + "}");

    assertEquals(List.of("TLSv1.2", "TLSv1.3"), tls.protocols());
    assertEquals(SslClientAuthMode.NOT_REQUESTED, tls.clientAuth());
  }

  @Test
  void reads_every_setting() throws Exception {
    String suite = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    Tls tls =
        read(
            "{cert_file: ec.crt, key_file: ec.key, client_auth_type: VerifyClientCertIfGiven,"
                + " client_ca_file: rsa.crt, min_version: TLS12, max_version: TLS12,"
                + " cipher_suites: ["
                + suite
                + "]}");

    assertEquals(List.of("TLSv1.2"), tls.protocols());
    assertEquals(SslClientAuthMode.REQUESTED, tls.clientAuth());
    assertTrue(tls.cipherSuites().contains(suite));
    assertTrue(tls.cipherSuites().contains("TLS_AES_128_GCM_SHA256"));
    assertTrue(tls.cipherSuites().stream().filter(name -> name.contains("_WITH_")).count() == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {key_file: ec.key}                          | cert_file: is missing, and so is cert
          {cert_file: ec.crt}                         | key_file: is missing, and so is key
          {cert: "", key_file: ec.key}                | cert_file: is missing, and so is cert
          {cert_file: ec.crt, key: ""}                | key_file: is missing, and so is key
          {cert: x, cert_file: ec.crt, key_file: ec.key} | cert: cannot stand beside cert_file
          {cert: x, key_file: ec.key}                 | cert: the text holds no PEM certificate
          {cert_file: ec.crt, key: x}                 | key: the text holds no PEM private key
          {cert_file: gone, key_file: ec.key}         | cert_file: DIR/gone does not exist
          {cert_file: empty, key_file: ec.key}        | cert_file: DIR/empty holds no PEM certificate
          {cert_file: ec.crt, key_file: empty}        | key_file: DIR/empty holds no PEM private key
          {cert_file: ec.crt, key_file: rsa.key}      | key_file: DIR/rsa.key holds no EC key, as the certificate has
          {cert_file: ec.crt, key_file: pkcs1.key}    | key_file: DIR/pkcs1.key holds no EC key, as the certificate has
          {cert_file: ec.crt, key_file: other.key}    | key_file: DIR/other.key is not the key of the certificate DIR/ec.crt
          {cert_file: ec.crt, key_file: sec1.key}     | key_file: DIR/sec1.key holds an EC PRIVATE KEY; make it PKCS#8: openssl pkcs8 -topk8 -nocrypt
          {cert_file: ec.crt, key_file: ec.key, min_version: TLS10}          | min_version: "TLS10" is not TLS12 or TLS13
          {cert_file: ec.crt, key_file: ec.key, max_version: 1.3}            | max_version: "1.3" is not TLS12 or TLS13
          {cert_file: ec.crt, key_file: ec.key, min_version: TLS13, max_version: TLS12} | min_version: TLS13 is above max_version TLS12
          {cert_file: ec.crt, key_file: ec.key, cipher_suites: TLS_X}        | cipher_suites: expected a list, not "TLS_X"
          {cert_file: ec.crt, key_file: ec.key, cipher_suites: [TLS_X]}      | cipher_suites: "TLS_X" is not known to this Java
          {cert_file: ec.crt, key_file: ec.key, client_ca_file: rsa.crt}     | client_ca_file: has no effect without client_auth_type
          {cert_file: ec.crt, key_file: ec.key, client_auth_type: Sometimes} | client_auth_type: "Sometimes" is not one of NoClientCert, RequestClientCert, RequireAnyClientCert, VerifyClientCertIfGiven, RequireAndVerifyClientCert
          {cert_file: ec.crt, key_file: ec.key, client_auth_type: RequireAndVerifyClientCert, client_ca_file: empty} | client_ca_file: DIR/empty holds no PEM certificate
          {cert_file: ec.crt, key_file: ec.key, client_auth_type: RequireAndVerifyClientCert, client_ca: x} | client_ca: the text holds no PEM certificate
          {cert_file: ec.crt, key_file: ec.key, client_allowed_sans: [a]}   | client_allowed_sans: has no effect without client_auth_type
          {cert_file: ec.crt, key_file: ec.key, curve_preferences: [CurveP257]} | curve_preferences: "CurveP257" is not one of CurveP256, CurveP384, CurveP521, X25519
          {cert_file: ec.crt, key_file: ec.key, prefer_server_cipher_suites: 1} | prefer_server_cipher_suites: expected true or false, not 1
          {cert_file: ec.crt, key_file: ec.key, cipher_suites: [TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]} | cipher_suites: HTTP/2 requires one of TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256; add one, or set http_server_config.http2 to false
          {certificate: x}                            | certificate: unknown key; expected one of cert, cert_file, cipher_suites, client_allowed_sans, client_auth_type, client_ca, client_ca_file, curve_preferences, key, key_file, max_version, min_version, prefer_server_cipher_suites
          """)
  void rejects_what_it_cannot_use(String tls, String problem) {
    String expected = "DIR/web.yml: tls_server_config." + problem;

    assertEquals(
        expected,
        assertThrows(ConfigException.class, () -> read(tls))
            .getMessage()
            .replace(directory.toString(), "DIR"));
  }

  @Test
  void default_suites_all_have_forward_secrecy() throws Exception {
    Tls tls = read("{cert_file: rsa.crt, key_file: rsa.key}");

    assertTrue(tls.cipherSuites().contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"));
    assertTrue(
        tls.cipherSuites().stream()
            .allMatch(name -> name.contains("_ECDHE_") || !name.contains("_WITH_")),
        tls.cipherSuites().toString());
  }

  @Test
  void reads_certificate_key_and_authority_inline() throws Exception {
    String certificate = Files.readString(directory.resolve("ec.crt")).indent(2);
    String key = Files.readString(directory.resolve("ec.key")).indent(2);
    Tls tls =
        read(
            "\n cert: |\n"
                + certificate
                + " key: |\n"
                + key
                + " client_ca: |\n"
                + certificate
                + " client_auth_type: RequireAndVerifyClientCert\n client_allowed_sans: [one]");

    assertEquals(SslClientAuthMode.REQUIRED, tls.clientAuth());
  }

  @Test
  void reads_the_order_of_suites_and_the_curves() throws Exception {
    Tls tls =
        read(
            "{cert_file: ec.crt, key_file: ec.key, prefer_server_cipher_suites: false,"
                + " curve_preferences: [CurveP521, X25519, CurveP256, CurveP384]}");

    assertEquals(false, tls.serverOrder());
    assertEquals(List.of("secp521r1", "x25519", "secp256r1", "secp384r1"), tls.namedGroups());
  }

  private static Tls read(String tls) throws IOException {
    Path file = Files.writeString(directory.resolve("web.yml"), "tls_server_config: " + tls + "\n");
    return WebConfigFile.read(file).tls().orElseThrow();
  }
}
