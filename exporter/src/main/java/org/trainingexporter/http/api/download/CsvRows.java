package org.trainingexporter.http.api.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.point.PointSink;

/** Writes points as rows of CSV (RFC 4180). One thread. */
final class CsvRows implements PointSink {
  private static final String HEAD = "run,signal,position,time,time_iso,attempt,value";
  private static final double WHOLE = 1L << 53;

  private final OutputStream out;
  private final String run;
  private final StringBuilder row = new StringBuilder();

  CsvRows(OutputStream out, String run) throws IOException {
    this.out = out;
    this.run = cell(run);
    line(HEAD);
  }

  /**
   * Writes one row.
   *
   * @throws UncheckedIOException where the client is gone
   */
  @Override
  public void add(String signal, int attempt, double position, double time, double value) {
    row.setLength(0);
    row.append(run).append(',').append(cell(signal)).append(',').append(number(position));
    row.append(',').append(Double.isNaN(time) ? "" : number(time));
    row.append(',').append(Double.isNaN(time) ? "" : Instant.ofEpochMilli(Math.round(time * 1e3)));
    row.append(',').append(attempt).append(',').append(number(value));
    try {
      line(row.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(CurveSeries series) {
    for (int i = 0; i < series.size(); i++) {
      add(series.signal(), series.attempt(i), series.x(i), series.time(i), series.y(i));
    }
  }

  private void line(String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  /** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
  private static String cell(String text) {
    boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = isFormula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
