package org.trainingexporter.config.web;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.IllegalBCryptFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the exporter-toolkit's web configuration (its docs/web-configuration.md). What the toolkit
 * knows and we do not is rejected, never ignored; the file is read once, at the start.
 */
public final class WebConfigFile {
  private static final Set<String> SECTIONS =
      Set.of("tls_server_config", "http_server_config", "basic_auth_users");

  /** The headers that the toolkit lets one set, and the values of those that have few. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Strict-Transport-Security", List.of(),
          "X-Content-Type-Options", List.of("nosniff"),
          "X-Frame-Options", List.of("deny", "sameorigin"),
          "X-XSS-Protection", List.of(),
          "Content-Security-Policy", List.of());

  private WebConfigFile() {}

  /**
   * Reads and checks the file and all files that it names.
   *
   * @throws WebConfigException naming file, key and value
   */
  public static WebConfig read(Path file) throws WebConfigException {
    WebConfigSection root =
        new WebConfigSection(file, "", parse(file))
            .allow(SECTIONS, Map.of("rate_limit", "limit requests in a proxy before the exporter"));
    WebConfigSection http =
        root.section("http_server_config").allow(Set.of("headers", "http2"), Map.of());
    WebConfigSection tls = root.section("tls_server_config");
    return new WebConfig(
        tls.isEmpty() ? Optional.empty() : Optional.of(TlsSection.read(tls)),
        headers(http.section("headers")),
        http.flag("http2", true),
        users(root.section("basic_auth_users")));
  }

  private static JsonNode parse(Path file) throws WebConfigException {
    YAMLMapper yaml =
        new YAMLMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    try {
      JsonNode root = yaml.readTree(Files.readAllBytes(file));
      return root.isMissingNode() ? yaml.nullNode() : root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new WebConfigException(file, "line " + line + " is not YAML: " + problem);
    } catch (NoSuchFileException e) {
      throw new WebConfigException(file, "there is no such file");
    } catch (IOException e) {
      throw new WebConfigException(file, "cannot be read: " + e);
    }
  }

  private static Map<String, String> headers(WebConfigSection section) throws WebConfigException {
    section.allow(HEADERS.keySet(), Map.of());
    Map<String, String> headers = section.entries();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      List<String> values = HEADERS.get(header.getKey());
      String value = header.getValue();
      if (!values.isEmpty() && !values.contains(value)) {
        String expected = String.join(" or ", values);
        throw section.wrong(header.getKey(), "\"" + value + "\" is not " + expected);
      }
      if (value.chars().anyMatch(Character::isISOControl)) {
        throw section.wrong(header.getKey(), "control characters cannot stand in a header");
      }
    }
    return headers;
  }

  private static Map<String, String> users(WebConfigSection section) throws WebConfigException {
    Map<String, String> users = section.entries();
    for (Map.Entry<String, String> user : users.entrySet()) {
      try {
        BCrypt.Version.VERSION_2A.parser.parse(user.getValue().getBytes(StandardCharsets.UTF_8));
      } catch (IllegalBCryptFormatException e) {
        throw section.wrong(
            user.getKey(), "expected a bcrypt hash, as from `htpasswd -nBC 10 NAME`");
      }
    }
    return users;
  }
}
