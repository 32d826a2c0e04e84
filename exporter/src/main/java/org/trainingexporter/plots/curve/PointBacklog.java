package org.trainingexporter.plots.curve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest points of a run by version, so that a client that was away gets what it missed. */
public final class PointBacklog {
  private static final int MOST_POINTS = 8_000;
  private static final int OVERLAP = 500;

  private record Chunk(long version, List<CurveSeries> series, int points) {}

  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private long floor;
  private int points;

  /**
   * @param version nothing before it is known
   */
  public PointBacklog(long version) {
    this.floor = version;
  }

  /** Adds the points of a version. */
  public void add(long version, List<CurveSeries> series) {
    int size = series.stream().mapToInt(CurveSeries::size).sum();
    chunks.add(new Chunk(version, series, size));
    points += size;
    while (points > MOST_POINTS) {
      Chunk oldest = chunks.remove();
      points -= oldest.points;
      floor = oldest.version;
    }
  }

  /** Points before that version no longer hold. */
  public void breakOff(long version) {
    chunks.clear();
    points = 0;
    floor = version;
  }

  /**
   * The points after that version. For {@link CurveUpdate#NEWCOMER} the newest ones, so that
   * nothing is missed between the first response and the stream.
   */
  public CurveUpdate since(long version) {
    if (version != CurveUpdate.NEWCOMER && version < floor) {
      return CurveUpdate.RESET;
    }
    long from = version == CurveUpdate.NEWCOMER ? overlap() : version;
    List<CurveSeries> all = new ArrayList<>();
    chunks.stream().filter(p -> p.version > from).forEach(p -> all.addAll(p.series));
    return all.isEmpty() ? CurveUpdate.NONE : new CurveUpdate(false, all);
  }

  /** The version after which the newest points begin. */
  private long overlap() {
    int left = OVERLAP;
    for (Chunk chunk : (Iterable<Chunk>) chunks::descendingIterator) {
      left -= chunk.points;
      if (left < 0) {
        return chunk.version;
      }
    }
    return floor;
  }
}
