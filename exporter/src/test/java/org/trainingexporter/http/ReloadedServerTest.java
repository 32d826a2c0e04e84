package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.http.security.TestKeys;
import org.trainingexporter.web.flag.ConfigException;

/** What a web config file says can change while the server runs. */
final class ReloadedServerTest {
  private static final String TLS = "tls_server_config: {cert_file: a.crt, key_file: a.key%s}\n";

  @TempDir private Path directory;
  private Optional<String> problem = Optional.empty();
  private HttpServer server;

  private void start(Optional<String> config, boolean reloads) throws IOException {
    Optional<Path> file =
        config.isPresent() ? Optional.of(write("web.yml", config.get())) : Optional.empty();
    HttpSources sources =
        new HttpSources(
            new CollectorRegistry(),
            Optional::empty,
            Optional::empty,
            List::of,
            TestServer.model(List::of),
            reloads ? Optional.of(() -> problem) : Optional.empty());
    server = HttpServer.start(new InetSocketAddress("localhost", 0), sources, "", file);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private HttpResponse<String> send(
      HttpClient client, String scheme, String method, String path, String... headers)
      throws Exception {
    URI page = URI.create(scheme + "://localhost:" + server.address().getPort() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page).method(method, HttpRequest.BodyPublishers.noBody());
    return client.send(
        (headers.length > 0 ? request.headers(headers) : request).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> plain(String method, String path, String... headers)
      throws Exception {
    return send(HttpClient.newHttpClient(), "http", method, path, headers);
  }

  private int secured(SSLContext client) throws Exception {
    HttpClient fresh = HttpClient.newBuilder().sslContext(client).build();
    return send(fresh, "https", "GET", "/health").statusCode();
  }

  private TestKeys newKeys() throws Exception {
    TestKeys keys = TestKeys.make(directory, "-keyalg", "EC", "-groupname", "secp256r1");
    keys.certificateTo(directory.resolve("a.crt"));
    keys.keyTo(directory.resolve("a.key"));
    return keys;
  }

  private static String user(String password) {
    String hash = BCrypt.withDefaults().hashToString(4, password.toCharArray());
    return "basic_auth_users: {ann: " + hash + "}\n";
  }

  private int withPassword(String password) throws Exception {
    String pair =
        Base64.getEncoder().encodeToString(("ann:" + password).getBytes(StandardCharsets.UTF_8));
    return plain("GET", "/health", "Authorization", "Basic " + pair).statusCode();
  }

  @Test
  void passwords_and_headers_are_those_of_the_newest_file() throws Exception {
    start(Optional.of(user("old")), false);
    assertEquals(200, withPassword("old"));
    write("web.yml", user("new") + "http_server_config: {headers: {X-Frame-Options: deny}}\n");
    Runnable effect = server.readConfig();
    assertEquals(200, withPassword("old"), "nothing changes before the effect");
    effect.run();
    assertEquals(401, withPassword("old"));
    assertEquals(200, withPassword("new"));
    assertEquals(
        "deny", plain("GET", "/health").headers().firstValue("X-Frame-Options").orElse(""));
  }

  @Test
  void a_bad_file_keeps_the_old_passwords() throws Exception {
    start(Optional.of(user("old")), false);
    write("web.yml", "basic_auth_users: {ann: plain}\n");
    ConfigException wrong = assertThrows(ConfigException.class, server::readConfig);
    assertTrue(wrong.getMessage().contains("web.yml: basic_auth_users.ann"), wrong.getMessage());
    assertEquals(200, withPassword("old"));
  }

  @Test
  void a_new_certificate_is_used_for_new_connections() throws Exception {
    SSLContext before = newKeys().client();
    start(Optional.of(TLS.formatted("")), false);
    assertEquals(200, secured(before));
    SSLContext after = newKeys().client();
    server.readConfig().run();
    assertEquals(200, secured(after));
    assertThrows(IOException.class, () -> secured(before));
  }

  @Test
  void clients_may_be_asked_for_certificates_from_now_on() throws Exception {
    TestKeys keys = newKeys();
    start(Optional.of(TLS.formatted("")), false);
    assertEquals(200, secured(keys.client()));
    String type = ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: a.crt";
    write("web.yml", TLS.formatted(type));
    server.readConfig().run();
    assertThrows(IOException.class, () -> secured(keys.client()));
    assertEquals(200, secured(keys.clientTrusting(keys)));
  }

  @Test
  void its_files_are_the_config_and_what_it_names() throws Exception {
    newKeys();
    start(Optional.of(TLS.formatted("")), false);
    assertEquals(
        List.of("web.yml", "a.crt", "a.key"),
        server.configFiles().stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void tls_is_not_turned_off_while_it_runs() throws Exception {
    SSLContext client = newKeys().client();
    start(Optional.of(TLS.formatted("")), false);
    write("web.yml", user("new"));
    ConfigException wrong = assertThrows(ConfigException.class, server::readConfig);
    assertTrue(wrong.getMessage().endsWith("restart the exporter to turn TLS on or off"));
    assertEquals(200, secured(client));
  }

  @Test
  void a_post_reloads_where_that_is_enabled() throws Exception {
    start(Optional.empty(), true);
    HttpResponse<String> good = plain("POST", "/-/reload");
    assertEquals(200, good.statusCode());
    problem = Optional.of("exporter.yml:1: no YAML");
    HttpResponse<String> bad = plain("POST", "/-/reload");
    assertEquals(500, bad.statusCode());
    assertEquals("The configuration was not reloaded: exporter.yml:1: no YAML\n", bad.body());
    HttpResponse<String> get = plain("GET", "/-/reload");
    assertEquals(405, get.statusCode());
    assertEquals("POST", get.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void there_is_no_such_page_where_it_is_not_enabled() throws Exception {
    start(Optional.empty(), false);
    assertEquals(404, plain("POST", "/-/reload").statusCode());
  }
}
