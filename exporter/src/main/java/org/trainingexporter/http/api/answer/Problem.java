package org.trainingexporter.http.api.answer;

import io.undertow.util.StatusCodes;
import java.util.List;

/** Why there is no answer, for who asked. */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1;

  final int status;
  private final transient JsonWriter.JsonPart more;

  public Problem(int status, String message) {
    this(status, message, json -> {});
  }

  private Problem(int status, String message, JsonWriter.JsonPart more) {
    super(message);
    this.status = status;
    this.more = more;
  }

  /** The name is quoted, whatever it holds. */
  static Problem noRun(String name, List<String> runs) {
    String message = runs.isEmpty() ? "no run yet" : "no run is called \"" + name + "\"";
    return new Problem(StatusCodes.NOT_FOUND, message, json -> json.texts("runs", runs));
  }

  public static Problem expected(String parameter, String what, String got) {
    return new Problem(
        StatusCodes.BAD_REQUEST, parameter + ": expected " + what + ", got \"" + got + "\"");
  }

  void write(JsonWriter json) throws java.io.IOException {
    json.object(
        it -> {
          it.text("error", getMessage());
          more.write(it);
        });
  }
}
