package org.trainingexporter.history.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.service.FaultReporter;

/**
 * Sends a request until the answer is final: after 429, 5xx or a lost connection it waits, with
 * backoff or as long as the server says, and tries again. One thread.
 */
public final class RetryingClient {
  private static final Logger log = LoggerFactory.getLogger(RetryingClient.class);
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(60);
  private static final int MAX_TEXT = 300;
  private static final int NOT_IMPLEMENTED = 501;

  private final HttpClient client;
  private final HistoryCounters counters;
  private final RequestPolicy policy;
  private final FaultReporter faults = new FaultReporter(log);

  /** Why a try failed, and how long the server asks to wait. */
  private record FailedTry(FailureReason reason, String text, Optional<Duration> retryAfter) {}

  public RetryingClient(HttpClient client, HistoryCounters counters, RequestPolicy policy) {
    this.client = client;
    this.counters = counters;
    this.policy = policy;
  }

  /**
   * Sends the request and returns the first final answer.
   *
   * @param url for messages
   * @param request built anew for each try, since secrets may change
   * @throws IOException when the policy's longest wait has passed
   */
  public HttpResponse<byte[]> call(URI url, Supplier<HttpRequest> request)
      throws IOException, InterruptedException {
    Backoff backoff = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);
    Duration waited = Duration.ZERO;
    Instant began = policy.clock().instant();
    while (true) {
      FailedTry failed;
      try {
        HttpResponse<byte[]> response =
            client.send(request.get(), HttpResponse.BodyHandlers.ofByteArray());
        if (isFinal(response)) {
          faults.recovered("history goes on");
          return response;
        }
        failed = failedTry(response);
      } catch (HttpTimeoutException e) {
        failed = new FailedTry(FailureReason.TIMEOUT, "no answer in time", Optional.empty());
      } catch (IOException | UncheckedIOException e) { // or a secret that cannot be read
        failed = new FailedTry(FailureReason.CONNECTION, words(e), Optional.empty());
      }
      counters.failed(failed.reason);
      faults.failed(Level.WARN, "history waits: " + url + ": " + failed.text);
      Duration passed = Duration.between(began, policy.clock().instant());
      Duration spent = Collections.max(List.of(passed, waited));
      Duration left = policy.maxWait().minus(spent);
      if (left.isNegative() || left.isZero()) {
        throw new IOException(url + ": gave up after " + spent.toSeconds() + " s: " + failed.text);
      }
      Duration wanted = failed.retryAfter.orElse(backoff.failed());
      Duration wait = Collections.min(List.of(wanted, left));
      waited = waited.plus(wait);
      policy.pause().pause(wait);
    }
  }

  /** Java's client names only a class where nothing accepts the connection. */
  private static String words(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "there is no host of that name";
      }
    }
    if (e instanceof ConnectException) {
      return "nothing accepts a connection at this address";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static boolean isFinal(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    boolean busy = status == 429 || (status >= 500 && status != NOT_IMPLEMENTED);
    return !busy || FailureReason.isTooOld(status, text(response));
  }

  private FailedTry failedTry(HttpResponse<byte[]> response) {
    String body = text(response);
    return new FailedTry(
        FailureReason.of(response.statusCode(), body),
        response.statusCode() + " " + body,
        RetryAfter.of(response.headers(), policy.clock().instant()));
  }

  /** The answer's body as one line, at most 300 characters. */
  public static String text(HttpResponse<byte[]> response) {
    String all = new String(response.body(), StandardCharsets.UTF_8).strip();
    String line = all.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) + "..." : line;
  }
}
