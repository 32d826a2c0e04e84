package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.http.security.TestKeys;

final class SecuredServerTest {
  private static final String TLS = "tls_server_config: {cert_file: a.crt, key_file: a.key%s}\n";

  @TempDir static Path directory;
  private static TestKeys keys;
  private static TestKeys stranger;

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = TestKeys.make(directory, "-keyalg", "EC", "-groupname", "secp256r1");
    keys.certificateTo(directory.resolve("a.crt"));
    keys.keyTo(directory.resolve("a.key"));
    stranger = TestKeys.make(directory, "-keyalg", "EC", "-groupname", "secp256r1");
  }

  @ParameterizedTest
  @CsvSource({"true, HTTP_2", "false, HTTP_1_1"})
  void serves_over_tls(boolean http2, Version expected) throws Exception {
    String config = TLS.formatted("") + "http_server_config: {http2: " + http2 + "}";
    try (TestServer server = secured(config, keys.client())) {
      HttpResponse<String> answer = server.get("/metrics", "Accept-Encoding", "identity");

      assertEquals(200, answer.statusCode());
      assertEquals(expected, answer.version());
      assertEquals("loss{run=\"a\",} 2.5", answer.body().lines().skip(2).findFirst().orElse(""));
    }
  }

  @ParameterizedTest
  @CsvSource({"TLS12, TLSv1.2", "TLS13, TLSv1.3"})
  void speaks_the_version_configured(String version, String protocol) throws Exception {
    String versions = ", min_version: " + version + ", max_version: " + version;
    try (TestServer server = secured(TLS.formatted(versions), keys.client())) {
      assertEquals(protocol, server.get("/health").sslSession().orElseThrow().getProtocol());
    }
  }

  @Test
  void lets_in_only_clients_whose_certificate_its_authority_signed() throws Exception {
    String clients = ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: a.crt";
    String config = TLS.formatted(clients);
    try (TestServer server = secured(config, keys.clientTrusting(keys))) {
      assertEquals(200, server.get("/health").statusCode());
    }
    try (TestServer server = secured(config, keys.client())) {
      assertThrows(IOException.class, () -> server.get("/health"));
    }
    try (TestServer server = secured(config, stranger.clientTrusting(keys))) {
      assertThrows(IOException.class, () -> server.get("/health"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dns:scraper.example, true",
    "uri:spiffe://example/scraper, true",
    "ip:10.1.2.3, true",
    "dns:other.example, false",
  })
  void of_clients_that_its_authority_signed_lets_in_those_with_an_allowed_name(
      String name, boolean served) throws Exception {
    TestKeys named = TestKeys.make(directory, "-keyalg", "EC", "-ext", "SAN=" + name);
    named.certificateTo(directory.resolve("named.crt"));
    String config =
        TLS.formatted(
            ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: named.crt,"
                + " client_allowed_sans: [scraper.example, 'spiffe://example/scraper', 10.1.2.3]");
    try (TestServer server = secured(config, named.clientTrusting(keys))) {
      if (served) {
        assertEquals(200, server.get("/health").statusCode());
      } else {
        assertThrows(IOException.class, () -> server.get("/health"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RequireAnyClientCert, true, true",
    "RequireAnyClientCert, false, false",
    "RequestClientCert, false, true",
  })
  void takes_any_certificate_where_none_is_verified(String type, boolean shown, boolean served)
      throws Exception {
    SSLContext client = shown ? stranger.clientTrusting(keys) : keys.client();
    try (TestServer server = secured(TLS.formatted(", client_auth_type: " + type), client)) {
      if (served) {
        assertEquals(200, server.get("/health").statusCode());
      } else {
        assertThrows(IOException.class, () -> server.get("/health"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics", "/health", "/-/ready", "/nothing"})
  void asks_for_the_password_on_every_path(String path) throws Exception {
    try (TestServer server = withPassword()) {
      HttpResponse<String> answer = server.get(path);

      assertEquals(401, answer.statusCode());
      assertEquals(
          "Basic realm=\"training-exporter\", charset=\"UTF-8\"",
          answer.headers().firstValue("WWW-Authenticate").orElseThrow());
      assertEquals("Name and password, please.\n", answer.body());
    }
  }

  @Test
  void right_password_is_served_again_and_again_and_a_wrong_one_never() throws Exception {
    try (TestServer server = withPassword()) {
      for (int round = 0; round < 2; round++) {
        assertEquals(200, statusFor(server, basic("prometheus:häs:colon")));
        assertEquals(401, statusFor(server, basic("prometheus:wrong")));
        assertEquals(401, statusFor(server, basic("nobody:häs:colon")));
        assertEquals(401, statusFor(server, basic("prometheus")));
        assertEquals(401, statusFor(server, "Basic %%%"));
        assertEquals(401, statusFor(server, "Bearer abc"));
      }
    }
  }

  @Test
  void headers_configured_win_over_ours() throws Exception {
    String config =
        """
        http_server_config:
          headers:
            X-Frame-Options: deny
            Content-Security-Policy: frame-ancestors 'none'
        """;
    try (TestServer server = plain(config)) {
      HttpResponse<String> answer = server.get("/");

      assertEquals("deny", answer.headers().firstValue("X-Frame-Options").orElseThrow());
      assertEquals(
          "frame-ancestors 'none'",
          answer.headers().firstValue("Content-Security-Policy").orElseThrow());
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }
  }

  private static int statusFor(TestServer server, String authorization) throws Exception {
    return server.get("/metrics", "Authorization", authorization).statusCode();
  }

  private static String basic(String pair) {
    return "basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static TestServer withPassword() throws IOException {
    String hash = BCrypt.withDefaults().hashToString(4, "häs:colon".toCharArray());
    return plain("basic_auth_users: {prometheus: " + hash + "}");
  }

  private static TestServer plain(String config) throws IOException {
    return new TestServer("http", HttpClient.newHttpClient(), file(config));
  }

  private static TestServer secured(String config, SSLContext client) throws IOException {
    return new TestServer(
        "https", HttpClient.newBuilder().sslContext(client).build(), file(config));
  }

  private static Optional<Path> file(String config) throws IOException {
    return Optional.of(Files.writeString(directory.resolve("web.yml"), config));
  }
}
