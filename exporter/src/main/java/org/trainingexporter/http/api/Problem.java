package org.trainingexporter.http.api;

import io.undertow.util.StatusCodes;
import java.util.List;

/** Why there is no answer, for who asked. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1;

  final int status;
  private final transient Json.Part more;

  Problem(int status, String message) {
    this(status, message, json -> {});
  }

  private Problem(int status, String message, Json.Part more) {
    super(message);
    this.status = status;
    this.more = more;
  }

  /** The name is quoted, whatever it holds. */
  static Problem noRun(String name, List<String> runs) {
    String message = runs.isEmpty() ? "no run yet" : "no run is called \"" + name + "\"";
    return new Problem(StatusCodes.NOT_FOUND, message, json -> json.texts("runs", runs));
  }

  static Problem expected(String parameter, String what, String got) {
    return new Problem(
        StatusCodes.BAD_REQUEST, parameter + ": expected " + what + ", got \"" + got + "\"");
  }

  void write(Json json) throws java.io.IOException {
    json.object(
        it -> {
          it.text("error", getMessage());
          more.write(it);
        });
  }
}
