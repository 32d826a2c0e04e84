package org.trainingexporter.config.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.web.flag.ConfigException;

final class WebConfigFileTest {
  private static final String HASH = "$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

  @TempDir Path directory;

  @Test
  void empty_file_asks_for_nothing() throws Exception {
    WebConfig config = read("# nothing\n");

    assertTrue(config.tls().isEmpty());
    assertTrue(config.users().isEmpty());
    assertTrue(config.headers().isEmpty());
    assertTrue(config.http2());
  }

  @Test
  void reads_headers_users_and_http2() throws Exception {
    WebConfig config =
        read(
            """
            http_server_config:
              http2: false
              headers:
                X-Frame-Options: deny
                Strict-Transport-Security: max-age=31536000
            basic_auth_users:
              prometheus: %s
            """
                .formatted(HASH));

    assertFalse(config.http2());
    assertEquals(
        Map.of("X-Frame-Options", "deny", "Strict-Transport-Security", "max-age=31536000"),
        config.headers());
    assertEquals(Map.of("prometheus", HASH), config.users());
  }

  @Test
  void header_may_be_an_unquoted_number() throws Exception {
    assertEquals(
        Map.of("X-XSS-Protection", "1"),
        read("http_server_config: {headers: {X-XSS-Protection: 1}}").headers());
  }

  @ParameterizedTest
  @CsvSource({"1s, 1000", "100ms, 100", "1m30s, 90000", "1.5h, 5400000", "2000000, 2"})
  void reads_intervals_as_go_writes_them(String text, long millis) throws Exception {
    WebConfig config = read("rate_limit: {interval: " + text + ", burst: 3}");

    assertEquals(new RateLimit(Duration.ofMillis(millis), 3), config.rateLimit().orElseThrow());
  }

  @Test
  void interval_of_0_is_no_limit() throws Exception {
    assertTrue(read("rate_limit: {interval: 0, burst: 0}").rateLimit().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1, 2]                                        | expected a mapping, not [1,2]
          tls: {}                                       | tls: unknown key; expected one of basic_auth_users, http_server_config, rate_limit, tls_server_config
          tls_server_config: yes please                 | tls_server_config: expected a mapping, not "yes please"
          rate_limit: {interval: soon}                  | rate_limit.interval: "soon" is not a duration such as 100ms, 1s or 1m30s
          rate_limit: {interval: -1s}                   | rate_limit.interval: "-1s" is not a duration such as 100ms, 1s or 1m30s
          rate_limit: {interval: 1s, burst: many}       | rate_limit.burst: "many" is not a number of requests
          rate_limit: {rate: 1}                         | rate_limit.rate: unknown key; expected one of burst, interval
          http_server_config: {http3: true}             | http_server_config.http3: unknown key; expected one of headers, http2
          http_server_config: {http2: maybe}            | http_server_config.http2: expected true or false, not "maybe"
          http_server_config: {headers: {Server: x}}    | http_server_config.headers.Server: unknown key; expected one of Content-Security-Policy, Strict-Transport-Security, X-Content-Type-Options, X-Frame-Options, X-XSS-Protection
          http_server_config: {headers: {X-Frame-Options: never}} | http_server_config.headers.X-Frame-Options: "never" is not deny or sameorigin
          http_server_config: {headers: {X-XSS-Protection: [0]}}  | http_server_config.headers.X-XSS-Protection: expected a text, not [0]
          http_server_config: {headers: {X-Content-Type-Options: sniff}} | http_server_config.headers.X-Content-Type-Options: "sniff" is not nosniff
          http_server_config: {headers: {X-XSS-Protection: "a\\nb"}} | http_server_config.headers.X-XSS-Protection: control characters cannot stand in a header
          basic_auth_users: {prometheus: secret}        | basic_auth_users.prometheus: expected a bcrypt hash, as from `htpasswd -nBC 10 NAME`
          basic_auth_users: {a: "$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeS!"} | basic_auth_users.a: expected a bcrypt hash, as from `htpasswd -nBC 10 NAME`
          basic_auth_users: {a: "$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSä"} | basic_auth_users.a: expected a bcrypt hash, as from `htpasswd -nBC 10 NAME`
          basic_auth_users: [prometheus]                | basic_auth_users: expected a mapping, not ["prometheus"]
          """)
  void rejects_what_it_cannot_use(String yaml, String problem) {
    assertEquals(
        directory.resolve("web.yml") + ": " + problem,
        assertThrows(ConfigException.class, () -> read(yaml)).getMessage());
  }

  @Test
  void does_not_show_a_password_that_stands_where_its_hash_should() {
    String message =
        assertThrows(ConfigException.class, () -> read("basic_auth_users: {a: hunter2}"))
            .getMessage();

    assertFalse(message.contains("hunter2"), message);
  }

  @Test
  void says_where_a_file_is_not_yaml() {
    assertEquals(
        directory.resolve("web.yml") + ": line 2 is not YAML: Duplicate field 'a'",
        assertThrows(ConfigException.class, () -> read("basic_auth_users: {a: b,\n a: c}"))
            .getMessage());
  }

  @Test
  void says_that_a_file_is_missing() {
    Path missing = directory.resolve("missing.yml");

    assertEquals(
        missing + ": there is no such file",
        assertThrows(ConfigException.class, () -> WebConfigFile.read(missing)).getMessage());
  }

  private WebConfig read(String yaml) throws IOException {
    return WebConfigFile.read(Files.writeString(directory.resolve("web.yml"), yaml));
  }
}
