package org.trainingexporter.plots.curve;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.plots.curve.CurveBuilder.CurvePlace;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.goodput.BookedTime;
import org.trainingexporter.run.position.Move;

/**
 * Draws where the hours went. Most kinds stand still most of the time: a curve has a point where it
 * rises and one where the rise begins.
 */
final class HourCurves {
  private static final List<Curve> ALL =
      Curve.all().stream().filter(curve -> curve.kind != null).toList();

  /**
   * Where a curve stands.
   *
   * @param place of the newest record at which it stood there; null after a rewind, where that is
   *     the position of the next one
   * @param lasts whether records after the drawn one left it there
   */
  private record Level(double value, CurvePlace place, boolean lasts) {}

  private final CurveBuilder curves;
  private final Map<Curve, Level> levels = new EnumMap<>(Curve.class);

  /** Where the gap ended that is not booked yet; null while there is none. */
  private CurvePlace waiting;

  private long settledBefore;

  HourCurves(CurveBuilder curves) {
    this.curves = curves;
  }

  /** The points that a record has made void are dropped. */
  void begin(Applied applied) {
    if (applied.recounted() || applied.move() == Move.RESTART) {
      levels.clear();
      waiting = null;
    } else if (applied.move() == Move.REWIND) {
      levels.replaceAll((curve, level) -> new Level(level.value(), null, true));
      waiting = null;
    }
  }

  /** Draws a gap where it ended, once that is booked: by the next one, or by the run's end. */
  void drawSettled(BookedTime hours) {
    if (waiting != null && hours.settledGaps() != settledBefore) {
      for (Curve curve : ALL) {
        draw(curve, hours.settledSeconds(curve.kind), waiting);
      }
      waiting = null;
    }
  }

  /**
   * Draws what the newest training record added. A gap that is booked late is drawn where it ended.
   *
   * @param isDrawn whether the curves get a point for this record
   */
  void draw(BookedTime hours, boolean isDrawn) {
    drawSettled(hours);
    if (hours.isWaiting()) {
      if (waiting == null) {
        waiting = curves.place();
        settledBefore = hours.settledGaps();
      }
    } else if (isDrawn) {
      CurvePlace place = curves.place();
      ALL.forEach(curve -> draw(curve, hours.seconds(curve.kind), place));
    } else {
      ALL.forEach(curves::skipUnsent);
    }
  }

  private void draw(Curve curve, double value, CurvePlace place) {
    Level level = levels.get(curve);
    boolean isSame = level != null && level.value() == value;
    boolean stands = isSame && level.place() != null;
    if (stands) {
      curves.skipUnsent(curve);
    } else {
      if (level != null && level.lasts()) {
        curves.drawAt(level.place() == null ? place : level.place(), curve, level.value());
      }
      if (!isSame) {
        curves.drawAt(place, curve, value);
      }
    }
    levels.put(curve, new Level(value, place, stands));
  }

  /** Whether any time has passed that is known. */
  static boolean isKnown(BookedTime hours) {
    return ALL.stream().mapToDouble(curve -> hours.seconds(curve.kind)).sum() > 0;
  }
}
