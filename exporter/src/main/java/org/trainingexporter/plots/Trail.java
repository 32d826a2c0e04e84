package org.trainingexporter.plots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest points of a run under their numbers, so that who was away can be told the rest. */
final class Trail {
  private static final int MOST_POINTS = 8_000;
  private static final int OVERLAP = 500;

  private record Piece(long number, List<Series> series, int points) {}

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private long floor;
  private int points;

  /**
   * @param number before which nothing is known
   */
  Trail(long number) {
    this.floor = number;
  }

  void add(long number, List<Series> series) {
    int size = series.stream().mapToInt(Series::size).sum();
    pieces.add(new Piece(number, series, size));
    points += size;
    while (points > MOST_POINTS) {
      Piece oldest = pieces.remove();
      points -= oldest.points;
      floor = oldest.number;
    }
  }

  /** What was told before that number does not hold any more. */
  void breakOff(long number) {
    pieces.clear();
    points = 0;
    floor = number;
  }

  /**
   * What came after that number; for {@link News#NEWCOMER} the newest, so that nothing is missed
   * between the first answer and the stream.
   */
  News since(long number) {
    if (number != News.NEWCOMER && number < floor) {
      return News.RESET;
    }
    long from = number == News.NEWCOMER ? overlap() : number;
    List<Series> all = new ArrayList<>();
    pieces.stream().filter(p -> p.number > from).forEach(p -> all.addAll(p.series));
    return all.isEmpty() ? News.NONE : new News(false, all);
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
