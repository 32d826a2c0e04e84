package org.trainingexporter.history;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.testing.Lines;

/** Lines of a log with the second at which each was written, counted from the log's start. */
final class Story {
  record Line(double at, String text) {}

  final List<Line> lines = new ArrayList<>();
  private double now;

  /** So many training records from a step on, a fixed time apart. */
  Story trains(int from, int to, double apart) {
    for (int step = from; step <= to; step++) {
      pause(apart);
      train(step, Double.toString(2 + 0.1 * ((step * 7919) % 13)));
    }
    return this;
  }

  Story train(int step, String loss) {
    return say("{\"step\":%d,\"loss\":%s,\"timestamp\":%s}".formatted(step, loss, time(now)));
  }

  Story eval(int step, double loss) {
    return say("{\"step\":%d,\"eval_loss\":%s,\"timestamp\":%s}".formatted(step, loss, time(now)));
  }

  /** A training record whose own time is off. */
  Story trainAt(int step, double off) {
    return say("{\"step\":%d,\"loss\":2.5,\"timestamp\":%s}".formatted(step, time(now + off)));
  }

  Story say(String text) {
    lines.add(new Line(now, text + "\n"));
    return this;
  }

  Story pause(double seconds) {
    now += seconds;
    return this;
  }

  double end() {
    return now;
  }

  /** Seconds since 1970. */
  static double time(double second) {
    return Lines.time(0) + second;
  }

  String text() {
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line.text));
    return all.toString();
  }
}
