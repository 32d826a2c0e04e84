package org.trainingexporter.http.api.answer;

import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;

/** Why a request cannot be answered; sent to the client as JSON with a status code. */
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

  /** 404, with the names of the runs that exist. */
  static Problem noRun(String name, List<String> runs) {
    String message = runs.isEmpty() ? "no run yet" : "no run is called \"" + name + "\"";
    return new Problem(StatusCodes.NOT_FOUND, message, json -> json.texts("runs", runs));
  }

  /** 400, for a wrong parameter. */
  public static Problem expected(String parameter, String what, String got) {
    return new Problem(
        StatusCodes.BAD_REQUEST, parameter + ": expected " + what + ", got \"" + got + "\"");
  }

  void write(JsonWriter json) throws IOException {
    json.object(
        it -> {
          it.text("error", getMessage());
          more.write(it);
        });
  }
}
