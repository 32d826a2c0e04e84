package org.trainingexporter.http.api.download;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trainingexporter.plots.CurveResponse;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.figure.FigureTable;

/** What a picture shows: the points of lines, the ends of its axes, and where things happened. */
final class PictureData {
  private static final double MARGIN = 0.05;

  /** A tenth of fewer is fewer than ten: the values themselves say more than their mean. */
  private static final double LEAST_RECORDS = 100;

  /** Points in the order of drawing; a NaN breaks the line. Of times they are milliseconds. */
  record Dots(List<Double> x, List<Double> y) {
    Dots() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(double newX, double newY) {
      x.add(newX);
      y.add(newY);
    }

    @SuppressWarnings("JavaUtilDate") // XChart takes no other times
    List<Date> dates() {
      return x.stream().map(time -> new Date(time.longValue())).toList();
    }
  }

  private final PictureRequest request;
  private final List<CurveSeries> series;
  private final RunSnapshot run;
  private final double[] xEnds;
  private final double[] yEnds;

  PictureData(PictureRequest request, CurveResponse curves, RunSnapshot run) {
    this.request = request;
    this.series = curves.series();
    this.run = run;
    this.xEnds = ends(values(this::x), 0);
    this.yEnds = ends(values((one, i) -> shown(one.y(i))), request.logarithmic() ? 0 : MARGIN);
  }

  /** A number of each point of a curve. */
  private interface OfPoint {
    double of(CurveSeries one, int i);
  }

  private DoubleStream values(OfPoint number) {
    return series.stream()
        .flatMapToDouble(one -> IntStream.range(0, one.size()).mapToDouble(i -> number.of(one, i)));
  }

  /** The points of the curve with this name; none where the run lacks it. */
  Dots line(String signal) {
    Dots dots = new Dots();
    for (CurveSeries one : series) {
      for (int i = 0; one.signal().equals(signal) && i < one.size(); i++) {
        double x = x(one, i);
        if (!Double.isNaN(x)) {
          if (i > 0 && one.attempt(i) != one.attempt(i - 1)) {
            dots.add(x, Double.NaN);
          }
          dots.add(x, shown(one.y(i)));
        }
      }
    }
    return dots;
  }

  /** The mean of the values; none where the page draws none either. */
  Dots mean() {
    String mean = request.plot() + "_smoothed";
    return growsWithTheAttempt(mean) && records() < LEAST_RECORDS ? new Dots() : line(mean);
  }

  /** Whether a mean is of a tenth of the records: only then is there a figure of how many. */
  private static boolean growsWithTheAttempt(String mean) {
    return FigureTable.ALL.figures().stream().anyMatch(it -> it.key().equals(mean + "_records"));
  }

  private double records() {
    return series.stream()
        .filter(one -> one.signal().equals(request.plot()))
        .mapToDouble(CurveSeries::recordsOfLongestAttempt)
        .sum();
  }

  private double x(CurveSeries one, int i) {
    return request.byTime() ? one.time(i) * 1e3 : one.x(i);
  }

  private double shown(double y) {
    return Double.isFinite(y) && (!request.logarithmic() || y > 0) ? y : Double.NaN;
  }

  /** The ends of the x axis. */
  double[] xEnds() {
    return xEnds;
  }

  /** The ends of the y axis, a little wider than the values. */
  double[] yEnds() {
    return yEnds;
  }

  private static double[] ends(DoubleStream values, double margin) {
    var all = values.filter(Double::isFinite).summaryStatistics();
    if (all.getCount() == 0) {
      return new double[] {0, 1};
    }
    double span = all.getMax() - all.getMin();
    double wider = span > 0 ? span * margin : Math.max(Math.abs(all.getMax()) * MARGIN, 1e-12);
    return new double[] {all.getMin() - wider, all.getMax() + wider};
  }

  /** A vertical line at each checkpoint but the best one. */
  Dots checkpoints() {
    return checkpoints(false);
  }

  Dots bestCheckpoint() {
    return checkpoints(true);
  }

  private Dots checkpoints(boolean best) {
    return verticals(
        run.checkpoints().stream()
            .filter(one -> one.best() == best)
            .mapToDouble(one -> xOfStep(one.step())));
  }

  Dots rewinds() {
    return verticals(
        run.events().stream()
            .filter(event -> event.type().equals("rewind"))
            .mapToDouble(this::xOfEvent));
  }

  private double xOfEvent(RunEvent event) {
    return request.byTime() ? event.time() * 1e3 : event.step();
  }

  /** By the points of the longest curve. */
  private double xOfStep(double step) {
    if (!request.byTime()) {
      return step;
    }
    CurveSeries longest =
        series.stream().reduce((one, other) -> one.size() >= other.size() ? one : other).get();
    for (int i = longest.size() - 1; i >= 0; i--) {
      if (longest.x(i) <= step) {
        return x(longest, i);
      }
    }
    return Double.NaN;
  }

  private Dots verticals(DoubleStream at) {
    Dots dots = new Dots();
    at.filter(x -> x >= xEnds[0] && x <= xEnds[1])
        .forEach(
            x -> {
              dots.add(x, yEnds[0]);
              dots.add(x, yEnds[1]);
              dots.add(x, Double.NaN);
            });
    return dots;
  }
}
