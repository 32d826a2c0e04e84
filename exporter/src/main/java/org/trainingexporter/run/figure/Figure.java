package org.trainingexporter.run.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;

/**
 * One number that a run has: the only place where its names, help and unit stand, and how it is
 * read. The metrics, the API, {@code check}, the curves and the documentation loop over these.
 *
 * @param key the name in the API and of its curve, such as {@code loss_smoothed}; unique
 * @param topic where the API shows it
 * @param metric the metric that shows it, of which further labels may make several figures; empty
 *     where only the API shows it
 * @param label that tells the series of its metric apart, besides the run's
 * @param counter whether the metric is a counter, else it is a gauge
 * @param help what the metric says of itself
 * @param signals what it is made of; what a key becomes is the first figure with its signal
 * @param mean whether it is the mean of the newest values rather than what a record holds
 */
public record Figure(
    String key,
    Topic topic,
    String metric,
    Optional<FigureLabel> label,
    boolean counter,
    FigureUnit unit,
    String help,
    List<Signal> signals,
    boolean mean,
    FigureReader reader) {

  /** A label and its value. */
  public record FigureLabel(String name, String value) {}

  /** A gauge of one series. */
  public static Figure gauge(
      Topic topic, String key, String metric, FigureUnit unit, String help, FigureReader reader) {
    return new Figure(
        key, topic, metric, Optional.empty(), false, unit, help, List.of(), false, reader);
  }

  /** A gauge of one series that does not depend on when it is read. */
  public static Figure gauge(
      Topic topic,
      String key,
      String metric,
      FigureUnit unit,
      String help,
      ToDoubleFunction<RunSnapshot> value) {
    FigureReader reader = (run, now) -> value.applyAsDouble(run);
    return gauge(topic, key, metric, unit, help, reader);
  }

  /** A counter of one series; its metric's name ends in {@code _total}. */
  public static Figure counter(
      Topic topic, String key, String metric, String help, ToDoubleFunction<RunSnapshot> value) {
    return counter(topic, key, metric, help, (run, now) -> value.applyAsDouble(run));
  }

  /** The same of a number that depends on when it is read. */
  static Figure counter(Topic topic, String key, String metric, String help, FigureReader reader) {
    return new Figure(
        key,
        topic,
        metric,
        Optional.empty(),
        true,
        FigureUnit.NONE,
        help,
        List.of(),
        false,
        reader);
  }

  /** The newest value of a signal. */
  static Figure newest(
      Topic topic, String key, String metric, FigureUnit unit, String help, Signal signal) {
    return gauge(topic, key, metric, unit, help, run -> run.signals().newest(signal)).of(signal);
  }

  /** The mean of a signal's newest values. */
  static Figure mean(
      Topic topic, String key, String metric, FigureUnit unit, String help, Signal signal) {
    FigureReader reader = (run, now) -> run.signals().mean(signal);
    return new Figure(
        key, topic, metric, Optional.empty(), false, unit, help, List.of(signal), true, reader);
  }

  /** A figure that only the API shows. */
  static Figure withoutMetric(
      Topic topic, String key, FigureUnit unit, ToDoubleFunction<RunSnapshot> value) {
    return gauge(topic, key, "", unit, "", value);
  }

  /** The same figure, made of these signals. */
  public Figure of(Signal... from) {
    return new Figure(key, topic, metric, label, counter, unit, help, List.of(from), mean, reader);
  }

  /** The same figure, measured in that. */
  Figure in(FigureUnit its) {
    return new Figure(key, topic, metric, label, counter, its, help, signals, mean, reader);
  }

  /** The same figure, as the series of its metric that has this label. */
  Figure labelled(String name, String value) {
    var itsLabel = Optional.of(new FigureLabel(name, value));
    return new Figure(key, topic, metric, itsLabel, counter, unit, help, signals, mean, reader);
  }

  /** The value in base units, or NaN where it is unknown. */
  public double value(RunSnapshot run, double now) {
    return reader.read(run, now);
  }

  /** The name among the figures of its topic. */
  public String name() {
    return topic.nameOf(key);
  }

  public boolean hasMetric() {
    return !metric.isEmpty();
  }

  /** The series without the run's label, such as {@code training_accuracy_ratio{split="train"}}. */
  public String series() {
    return metric + label.map(it -> "{%s=\"%s\"}".formatted(it.name(), it.value())).orElse("");
  }
}
