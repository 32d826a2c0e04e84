package org.trainingexporter.config.web;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.IllegalBCryptFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trainingexporter.config.yaml.YamlNode;
import org.trainingexporter.config.yaml.YamlReader;
import org.trainingexporter.web.flag.ConfigException;

/**
 * Reads a web config file in the format of the exporter-toolkit (its docs/web-configuration.md).
 * Keys of the toolkit that the exporter does not support are rejected, never ignored.
 */
public final class WebConfigFile {
  private static final Set<String> SECTIONS =
      Set.of("tls_server_config", "http_server_config", "basic_auth_users", "rate_limit");

  /** The headers that the toolkit allows, with the allowed values if there are few. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Strict-Transport-Security", List.of(),
          "X-Content-Type-Options", List.of("nosniff"),
          "X-Frame-Options", List.of("deny", "sameorigin"),
          "X-XSS-Protection", List.of(),
          "Content-Security-Policy", List.of());

  private static final Pattern HASH = Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./0-9A-Za-z]{53}");

  private WebConfigFile() {}

  /**
   * Reads and checks the file, and the certificates and keys that it names.
   *
   * @throws ConfigException naming file, key and value
   */
  public static WebConfig read(Path file) {
    WebConfigSection root = new WebConfigSection(parse(file)).allow(SECTIONS);
    WebConfigSection http = root.section("http_server_config").allow(Set.of("headers", "http2"));
    WebConfigSection tls = root.section("tls_server_config");
    boolean http2 = http.flag("http2", true);
    return new WebConfig(
        tls.isEmpty() ? Optional.empty() : Optional.of(TlsSection.read(tls, http2)),
        headers(http.section("headers")),
        http2,
        users(root.section("basic_auth_users")),
        RateLimitSection.read(root.section("rate_limit")));
  }

  /** The file and those that it names, as far as it can be read. */
  public static List<Path> files(Path file) {
    List<Path> files = new ArrayList<>(List.of(file));
    try {
      WebConfigSection tls = new WebConfigSection(parse(file)).section("tls_server_config");
      TlsSection.FILES.forEach(key -> tls.path(key).ifPresent(files::add));
    } catch (ConfigException e) {
      // Reading it whole says what is wrong.
    }
    return files;
  }

  private static YamlNode parse(Path file) {
    YAMLFactory strict =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try {
      return YamlReader.parse(file, strict);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new ConfigException(file + ": line " + line + " is not YAML: " + problem);
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": there is no such file");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e);
    }
  }

  private static Map<String, String> headers(WebConfigSection section) {
    section.allow(HEADERS.keySet());
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

  private static Map<String, String> users(WebConfigSection section) {
    Map<String, String> users = section.entries();
    for (Map.Entry<String, String> user : users.entrySet()) {
      if (!isHash(user.getValue())) {
        throw section.wrong(
            user.getKey(), "expected a bcrypt hash, as from `htpasswd -nBC 10 NAME`");
      }
    }
    return users;
  }

  /** The parser of the library lets characters through that are not of its alphabet. */
  private static boolean isHash(String text) {
    if (!HASH.matcher(text).matches()) {
      return false;
    }
    try {
      BCrypt.Version.VERSION_2A.parser.parse(text.getBytes(StandardCharsets.US_ASCII));
      return true;
    } catch (IllegalBCryptFormatException e) {
      return false;
    }
  }
}
