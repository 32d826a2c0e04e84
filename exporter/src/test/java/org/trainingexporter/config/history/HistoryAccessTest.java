package org.trainingexporter.config.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.web.flag.ConfigException;

final class HistoryAccessTest {
  @TempDir private Path directory;

  private HistoryAccess read(String text) throws IOException {
    return HistoryAccess.read(Files.writeString(directory.resolve("history.yml"), text));
  }

  @Test
  void a_file_sets_every_key() throws IOException {
    assertEquals(
        new HistoryAccess(
            Optional.of(URI.create("http://thanos:9090/api/v1/query")),
            Optional.of(new HistoryAccess.User("ann", directory.resolve("secret/password"))),
            Optional.empty(),
            Optional.of(directory.resolve("ca.pem")),
            Map.of("X-Scope-OrgID", "team-a")),
        read(
            """
            query_url: http://thanos:9090/api/v1/query
            basic_auth: {username: ann, password_file: secret/password}
            tls_config: {ca_file: ca.pem}
            headers: {X-Scope-OrgID: team-a}
            """));
    assertEquals(
        Optional.of(directory.resolve("token")),
        read("authorization: {type: bearer, credentials_file: token}").bearer());
    assertEquals(HistoryAccess.OPEN, read("# nothing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "basic_auth: {username: a, password: s3cret} |"
            + " 1: basic_auth.password: expected password_file in its place",
        "authorization: {credentials: s3cret} |"
            + " 1: authorization.credentials: expected credentials_file in its place",
        "basic_auth: {username: a} | 1: basic_auth: expected a key password_file, got none",
        "bearer_token: x |"
            + " 1: bearer_token: unknown key (with \"x\"), expected one of query_url, basic_auth,"
            + " authorization, tls_config, headers",
        "authorization: {type: Digest, credentials_file: f} |"
            + " 1: authorization.type: expected Bearer, got \"Digest\"",
      })
  void a_mistake_is_named(String text, String message) {
    String told = assertThrows(ConfigException.class, () -> read(text)).getMessage();
    assertEquals(message, told.substring(told.indexOf(':') + 1).strip());
  }
}
