package org.trainingexporter.history.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.config.web.WebConfigFile;
import org.trainingexporter.http.security.TestKeys;

final class HttpAccessTest {
  @TempDir private Path directory;

  @Test
  void whoever_signed_the_servers_certificate_is_trusted() throws Exception {
    TestKeys keys = TestKeys.make(directory, "-keyalg", "EC");
    Path authority = keys.certificateTo(directory.resolve("ca.pem"));
    WebConfig tls =
        WebConfigFile.read(
            Files.writeString(
                directory.resolve("web.yml"),
                "tls_server_config: {cert_file: ca.pem, key_file: "
                    + keys.keyTo(directory.resolve("key.pem")).getFileName()
                    + "}"));
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls.tls().orElseThrow().context()));
    https.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    https.start();
    try {
      URI url = URI.create("https://localhost:" + https.getAddress().getPort() + "/");
      HttpAccess trusting =
          new HttpAccess(
              HistoryAccess.read(
                  Files.writeString(
                      directory.resolve("history.yml"),
                      "tls_config: {ca_file: " + authority.getFileName() + "}")));
      HttpRequest request = trusting.request(url, Duration.ofSeconds(60)).build();
      int answer =
          trusting.client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      assertEquals(204, answer);
      HttpClient other = new HttpAccess(HistoryAccess.OPEN).client();
      assertThrows(
          SSLHandshakeException.class,
          () -> other.send(request, HttpResponse.BodyHandlers.discarding()));
    } finally {
      https.stop(0);
    }
  }
}
