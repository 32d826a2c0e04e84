package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ShownFaultTest {
  @TempDir private Path directory;

  @Test
  void an_exporter_with_a_wrong_config_says_so_until_the_file_is_mended() throws Exception {
    Path config = Files.writeString(directory.resolve("exporter.yml"), "log.level: loud\n");
    PipedOutputStream written = new PipedOutputStream();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(written), StandardCharsets.UTF_8));
    String[] arguments = {
      directory.toString(),
      "--web.show-start-errors",
      "--web.listen-address=127.0.0.1:0",
      "--config.file=" + config
    };
    CompletableFuture<Integer> exit =
        CompletableFuture.supplyAsync(
            () ->
                Main.run(
                    arguments,
                    Map.of(),
                    new PrintStream(written, true, StandardCharsets.UTF_8),
                    new PrintStream(OutputStream.nullOutputStream())));
    String url = out.readLine().replaceAll(".*(http\\S+).*", "$1");

    HttpResponse<String> health = get(url + "-/healthy");
    assertEquals(503, health.statusCode());
    assertEquals(
        "{\"status\":\"unhealthy\",\"reason\":\""
            + config
            + ":1: log.level: expected error, warn, info or debug, got \\\"loud\\\"\"}\n",
        health.body());
    HttpResponse<String> page = get(url);
    assertEquals(503, page.statusCode());
    assertTrue(page.body().startsWith("The exporter did not start: " + config), page.body());

    Files.writeString(config, "log.level: info, of course\n");
    assertEquals(2, exit.get());
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
