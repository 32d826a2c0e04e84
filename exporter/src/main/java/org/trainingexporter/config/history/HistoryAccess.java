package org.trainingexporter.config.history;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.value.ValueTypes;
import org.trainingexporter.config.yaml.YamlNode;
import org.trainingexporter.config.yaml.YamlReader;
import org.trainingexporter.web.flag.ConfigException;

/**
 * The content of {@code --history.config.file}: how to reach the receiver, with the keys of
 * Prometheus' client config. Secrets are in files of their own.
 *
 * @param query URL for queries, if it does not follow from the URL for remote write
 * @param bearer file with a bearer token
 * @param authorities PEM file of the CAs that may sign the receiver's certificate
 * @param headers to add to every request
 */
public record HistoryAccess(
    Optional<URI> query,
    Optional<User> user,
    Optional<Path> bearer,
    Optional<Path> authorities,
    Map<String, String> headers) {

  public HistoryAccess {
    headers = Map.copyOf(headers);
  }

  /** No credentials, and Java's own CAs. */
  public static final HistoryAccess OPEN =
      new HistoryAccess(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  private static final List<String> KEYS =
      List.of("query_url", "basic_auth", "authorization", "tls_config", "headers");

  /** Basic authentication. */
  public record User(String name, Path passwordFile) {}

  /**
   * Reads the file. Relative file names in it are resolved against its own directory.
   *
   * @throws ConfigException naming file, line, key and value
   */
  public static HistoryAccess read(Path file) {
    Map<String, YamlNode> keys = YamlReader.read(file).map(KEYS);
    Map<String, YamlNode> user = section(keys, "basic_auth", "username", "password_file");
    Map<String, YamlNode> token = section(keys, "authorization", "type", "credentials_file");
    Map<String, YamlNode> tls = section(keys, "tls_config", "ca_file");
    if (!user.isEmpty() && !token.isEmpty()) {
      throw new ConfigException(
          keys.get("authorization").place() + ": expected one of basic_auth and authorization");
    }
    if (token.containsKey("type")) {
      token.get("type").as(ValueTypes.BEARER);
    }
    return new HistoryAccess(
        Optional.ofNullable(keys.get("query_url"))
            .flatMap(node -> node.as(ValueTypes.HTTP_ADDRESS)),
        user.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new User(
                    required(keys, "basic_auth", "username").as(ValueTypes.NAME),
                    path(file, required(keys, "basic_auth", "password_file")))),
        token.isEmpty()
            ? Optional.empty()
            : Optional.of(path(file, required(keys, "authorization", "credentials_file"))),
        Optional.ofNullable(tls.get("ca_file")).map(node -> path(file, node)),
        headers(keys));
  }

  private static Map<String, YamlNode> section(
      Map<String, YamlNode> keys, String name, String... known) {
    YamlNode node = keys.get(name);
    if (node == null) {
      return Map.of();
    }
    for (String secret : List.of("password", "credentials")) {
      if (node.map().containsKey(secret)) { // its value must not get into a message
        throw new ConfigException(
            node.map().get(secret).place() + ": expected " + secret + "_file in its place");
      }
    }
    return node.map(List.of(known));
  }

  private static YamlNode required(Map<String, YamlNode> keys, String section, String key) {
    YamlNode node = keys.get(section);
    if (!node.map().containsKey(key)) {
      throw ConfigException.expected(node.place(), "a key " + key, "none");
    }
    return node.map().get(key);
  }

  private static Path path(Path file, YamlNode node) {
    return file.toAbsolutePath().resolveSibling(node.as(ValueTypes.NAME));
  }

  private static Map<String, String> headers(Map<String, YamlNode> keys) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (keys.containsKey("headers")) {
      keys.get("headers")
          .map()
          .forEach((name, value) -> headers.put(name, value.as(ValueTypes.HEADER)));
    }
    return headers;
  }
}
