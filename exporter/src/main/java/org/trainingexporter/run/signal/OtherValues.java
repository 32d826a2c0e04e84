package org.trainingexporter.run.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;

/** The newest of every other number, by its key: at most 200 keys, the first that came. */
public final class OtherValues {
  private static final int MOST = 200;
  private static final byte UNSEEN = 0;
  private static final byte KEPT = 1;
  private static final byte DROPPED = 2;

  private double[] newest = new double[0];
  private byte[] place = new byte[0];
  private int kept;
  private int dropped;

  /** A value that is not finite takes its series away. */
  public void add(Field field, double value) {
    int i = field.index;
    if (i >= newest.length) {
      int length = Math.max(16, 2 * i);
      newest = Arrays.copyOf(newest, length);
      place = Arrays.copyOf(place, length);
    }
    if (place[i] == UNSEEN) {
      place[i] = kept < MOST ? KEPT : DROPPED;
      kept += place[i] == KEPT ? 1 : 0;
      dropped += place[i] == DROPPED ? 1 : 0;
    }
    newest[i] = Double.isFinite(value) ? value : Double.NaN;
  }

  public void restart() {
    Arrays.fill(newest, Double.NaN);
  }

  /** Whether the field had room among the keys that are shown. */
  public boolean keeps(Field field) {
    return field.index < place.length && place[field.index] == KEPT;
  }

  /** How many keys are left out. */
  public int dropped() {
    return dropped;
  }

  /** Without those that a signal is read by since they came. */
  public Map<String, Double> snapshot(KeyRegistry fields) {
    List<Field> all = fields.all();
    Map<String, Double> out = new TreeMap<>();
    for (int i = 0; i < Math.min(newest.length, all.size()); i++) {
      Field field = all.get(i);
      if (place[i] == KEPT && !Double.isNaN(newest[i]) && !isShownElsewhere(field, fields)) {
        out.put(field.name, newest[i]);
      }
    }
    return out;
  }

  /** Percent and end records have no metric of their own, so they stay although they are read. */
  private static boolean isShownElsewhere(Field field, KeyRegistry fields) {
    boolean kept = field.signal.isAlsoValue();
    return !kept && fields.isRead(field);
  }
}
