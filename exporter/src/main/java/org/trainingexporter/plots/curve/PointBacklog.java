package org.trainingexporter.plots.curve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest points of a run under their numbers, so that who was away can be told the rest. */
public final class PointBacklog {
  private static final int MOST_POINTS = 8_000;
  private static final int OVERLAP = 500;

  private record Piece(long number, List<CurveSeries> series, int points) {}

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private long floor;
  private int points;

  /**
   * @param number before which nothing is known
   */
  public PointBacklog(long number) {
    this.floor = number;
  }

  public void add(long number, List<CurveSeries> series) {
    int size = series.stream().mapToInt(CurveSeries::size).sum();
    pieces.add(new Piece(number, series, size));
    points += size;
    while (points > MOST_POINTS) {
      Piece oldest = pieces.remove();
      points -= oldest.points;
      floor = oldest.number;
    }
  }

  /** What was told before that number does not hold any more. */
  public void breakOff(long number) {
    pieces.clear();
    points = 0;
    floor = number;
  }

  /**
   * What came after that number; for {@link CurveUpdate#NEWCOMER} the newest, so that nothing is
   * missed between the first answer and the stream.
   */
  public CurveUpdate since(long number) {
    if (number != CurveUpdate.NEWCOMER && number < floor) {
      return CurveUpdate.RESET;
    }
    long from = number == CurveUpdate.NEWCOMER ? overlap() : number;
    List<CurveSeries> all = new ArrayList<>();
    pieces.stream().filter(p -> p.number > from).forEach(p -> all.addAll(p.series));
    return all.isEmpty() ? CurveUpdate.NONE : new CurveUpdate(false, all);
  }

  /** The number behind which the newest points are. */
  private long overlap() {
    int left = OVERLAP;
    for (Piece piece : (Iterable<Piece>) pieces::descendingIterator) {
      left -= piece.points;
      if (left < 0) {
        return piece.number;
      }
    }
    return floor;
  }
}
