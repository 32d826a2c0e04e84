package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.ifFinite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;

/** The newest of every number that is no signal, by its key. The first 200 keys are kept. */
public final class OtherValues {
  private static final int MOST = 200;
  private static final byte UNSEEN = 0;
  private static final byte KEPT = 1;
  private static final byte DROPPED = 2;

  private double[] newest = new double[0];
  private byte[] room = new byte[0];
  private int kept;
  private int dropped;

  /** Adds a value as the log has it; one that is not finite makes the key unknown. */
  public void add(Field field, double value) {
    int i = field.index;
    if (i >= newest.length) {
      int length = Math.max(16, 2 * i);
      newest = Arrays.copyOf(newest, length);
      room = Arrays.copyOf(room, length);
    }
    if (room[i] == UNSEEN) {
      room[i] = kept < MOST ? KEPT : DROPPED;
      kept += room[i] == KEPT ? 1 : 0;
      dropped += room[i] == DROPPED ? 1 : 0;
    }
    newest[i] = ifFinite(value);
  }

  public void restart() {
    Arrays.fill(newest, UNKNOWN);
  }

  /** Whether the field's key is among those that are kept. */
  public boolean keeps(Field field) {
    return field.index < room.length && room[field.index] == KEPT;
  }

  /** How many keys are not kept. */
  public int dropped() {
    return dropped;
  }

  /**
   * The values of all kept keys, without those that a signal is read by since they came. One whose
   * newest is not finite, or not logged since a restart, is unknown.
   */
  public Map<String, Double> snapshot(KeyRegistry fields) {
    List<Field> all = fields.all();
    Map<String, Double> out = new TreeMap<>();
    for (int i = 0; i < Math.min(newest.length, all.size()); i++) {
      Field field = all.get(i);
      boolean shown = field.signal.isAlsoValue() || !fields.isRead(field);
      if (room[i] == KEPT && shown) {
        out.put(field.name, newest[i]);
      }
    }
    return out;
  }
}
