package org.trainingexporter.history.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.tls.KeyStores;
import org.trainingexporter.tls.PemException;
import org.trainingexporter.web.flag.ConfigException;

/**
 * How a receiver is reached: which certificates are trusted and which credentials are sent. Secrets
 * are read from their files at each request.
 */
public final class HttpAccess {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HistoryAccess config;

  public HttpAccess(HistoryAccess config) {
    this.config = config;
  }

  /**
   * A client that trusts the configured certificate authorities.
   *
   * @throws ConfigException if their file cannot be used
   */
  public HttpClient client() {
    HttpClient.Builder client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    config.authorities().ifPresent(file -> client.sslContext(trusting(file)));
    return client.build();
  }

  private static SSLContext trusting(Path file) {
    try {
      return KeyStores.context(null, KeyStores.trustManagers(file));
    } catch (PemException e) {
      throw new ConfigException(e.getMessage());
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigException(file + ": expected PEM certificates, got " + e);
    }
  }

  /** A request with the configured headers and credentials. */
  public HttpRequest.Builder request(URI url, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(timeout).header("User-Agent", "training-exporter");
    config.headers().forEach(request::header);
    config
        .user()
        .ifPresent(
            user -> {
              String both = user.name() + ":" + secret(user.passwordFile());
              byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
              request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
            });
    config.bearer().ifPresent(file -> request.header("Authorization", "Bearer " + secret(file)));
    return request;
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
