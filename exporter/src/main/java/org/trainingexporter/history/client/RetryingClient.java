package org.trainingexporter.history.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks until there is an answer that stands: after 429, 5xx and a lost connection it waits, longer
 * each time or as the server says, and asks again. One thread.
 */
public final class RetryingClient {
  private static final Logger log = LoggerFactory.getLogger(RetryingClient.class);
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final int NOT_IMPLEMENTED = 501;

  private final HttpClient client;
  private final HistoryCounters tally;
  private final Pause pause;
  private final InstantSource clock;
  private final Duration patience;
  private String trouble = "";

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  /**
   * @param patience waits in a row that are worth it, summed
   */
  public RetryingClient(
      HttpClient client,
      HistoryCounters tally,
      Pause pause,
      InstantSource clock,
      Duration patience) {
    this.client = client;
    this.tally = tally;
    this.pause = pause;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * The first answer that stands.
   *
   * @param url for messages
   * @param request made anew each time, since secrets may change
   * @throws IOException when patience has ended
   */
  public HttpResponse<byte[]> call(URI url, Supplier<HttpRequest> request)
      throws IOException, InterruptedException {
    Duration backoff = LEAST;
    Duration waited = Duration.ZERO;
    while (true) {
      FailureReason failure;
      String said;
      Duration wait = backoff;
      try {
        HttpResponse<byte[]> response =
            client.send(request.get(), HttpResponse.BodyHandlers.ofByteArray());
        if (stands(response)) {
          recovered();
          return response;
        }
        String body = text(response);
        failure = FailureReason.of(response.statusCode(), body);
        said = response.statusCode() + " " + body;
        wait = RetryAfter.of(response.headers(), clock.instant()).orElse(backoff);
      } catch (HttpTimeoutException e) {
        failure = FailureReason.TIMEOUT;
        said = "no answer in time";
      } catch (IOException | UncheckedIOException e) {
        failure = FailureReason.CONNECTION; // or a secret that cannot be read
        said = e.toString();
      }
      tally.failed(failure);
      logFailure(url + ": " + said);
      waited = waited.plus(wait);
      if (waited.compareTo(patience) > 0) {
        throw new IOException(url + ": gave up after " + waited.toSeconds() + " s: " + said);
      }
      pause.pause(wait);
      backoff = backoff.multipliedBy(2).compareTo(MOST) < 0 ? backoff.multipliedBy(2) : MOST;
    }
  }

  private static boolean stands(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    boolean busy = status == 429 || (status >= 500 && status != NOT_IMPLEMENTED);
    return !busy || FailureReason.isTooOld(status, text(response));
  }

  /** At most a line. */
  public static String text(HttpResponse<byte[]> response) {
    String all = new String(response.body(), StandardCharsets.UTF_8).strip();
    String line = all.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 300 ? line.substring(0, 300) + "..." : line;
  }

  private void logFailure(String said) {
    if (!said.equals(trouble)) {
      trouble = said;
      log.warn("history waits: {}", said);
    }
  }

  private void recovered() {
    if (!trouble.isEmpty()) {
      trouble = "";
      log.info("history goes on");
    }
  }
}
