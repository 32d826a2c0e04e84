package org.trainingexporter.run.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;

/** Figures in the order of their metrics. Immutable. */
public final class FigureTable {
  /** All figures that a run has. */
  public static final FigureTable ALL =
      new FigureTable(
          Stream.of(
                  RunFigures.ALL,
                  PositionFigures.ALL,
                  SignalFigures.ALL,
                  ValidationFigures.ALL,
                  CountFigures.ALL,
                  HourFigures.ALL)
              .flatMap(List::stream)
              .toList());

  private final List<Figure> figures;
  private final Map<String, Figure> byKey = new LinkedHashMap<>();

  private FigureTable(List<Figure> figures) {
    this.figures = List.copyOf(figures);
    for (Figure figure : figures) {
      if (byKey.put(figure.key(), figure) != null) {
        throw new IllegalArgumentException("two figures " + figure.key());
      }
    }
  }

  /** These figures and one more. */
  public FigureTable with(Figure figure) {
    List<Figure> more = new ArrayList<>(figures);
    more.add(figure);
    return new FigureTable(more);
  }

  public List<Figure> figures() {
    return figures;
  }

  /** The figures of a topic. */
  public List<Figure> of(Topic topic) {
    return figures.stream().filter(it -> it.topic() == topic).toList();
  }

  /**
   * The figure of that key.
   *
   * @throws NoSuchElementException where there is none
   */
  public Figure of(String key) {
    return Optional.ofNullable(byKey.get(key))
        .orElseThrow(() -> new NoSuchElementException("no figure " + key));
  }

  /** The figure that a key of that signal becomes. */
  public Optional<Figure> of(Signal signal) {
    return figures.stream()
        .filter(it -> it.hasMetric() && it.signals().contains(signal))
        .findFirst();
  }

  /**
   * What is known of a run: each series of these figures, without the run's label, and its value.
   */
  public Map<String, Double> series(RunSnapshot run, double now) {
    Map<String, Double> known = new LinkedHashMap<>();
    for (Figure figure : figures) {
      double value = figure.value(run, now);
      if (figure.hasMetric() && Unknown.isKnown(value)) {
        known.put(figure.series(), value);
      }
    }
    return known;
  }
}
