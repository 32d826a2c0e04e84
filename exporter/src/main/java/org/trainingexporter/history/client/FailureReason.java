package org.trainingexporter.history.client;

import java.util.Locale;

/** Why a request failed: the values of a metric's label. */
public enum FailureReason {
  CONNECTION,
  TIMEOUT,
  TOO_MANY_REQUESTS,
  SERVER_ERROR,
  UNAUTHORIZED,
  NOT_FOUND,
  OUT_OF_ORDER,
  TOO_OLD,
  DUPLICATE,
  REFUSED;

  public final String label = name().toLowerCase(Locale.ROOT);

  /** The reason of an answer that is no success. */
  public static FailureReason of(int status, String body) {
    return switch (status) {
      case 401, 403 -> UNAUTHORIZED;
      case 404, 405 -> NOT_FOUND;
      case 429 -> TOO_MANY_REQUESTS;
      default -> status < 500 || isTooOld(status, body) ? fromBody(body) : SERVER_ERROR;
    };
  }

  /** Prometheus 2.42 answers 500 to a sample that is too old, though another try is of no use. */
  static boolean isTooOld(int status, String body) {
    return status == 500 && body.contains("too old sample");
  }

  /** By the words of Prometheus, Mimir and Thanos. */
  private static FailureReason fromBody(String text) {
    String body = text.toLowerCase(Locale.ROOT);
    if (body.contains("too old") || body.contains("out of bounds")) {
      return TOO_OLD;
    }
    if (body.contains("out of order") || body.contains("out-of-order")) {
      return OUT_OF_ORDER;
    }
    return body.contains("duplicate") ? DUPLICATE : REFUSED;
  }
}
