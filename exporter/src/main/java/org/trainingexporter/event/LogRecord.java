package org.trainingexporter.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;

/**
 * What one record of a log said: its kind, its time, and each number with the field that it stood
 * under, in base units. A reader fills one instance again and again; what outlives the next record
 * must be copied out.
 */
public final class LogRecord {
  private final double[] bySignal = new double[Signal.COUNT];
  private final int[] rankBySignal = new int[Signal.COUNT];
  private Field[] fields = new Field[32];
  private double[] values = new double[32];
  private int size;
  private int evidence;
  private long line;
  private double time;
  private boolean validating;
  private boolean ended;
  private String errorType;
  private String errorMessage;
  private boolean layered;
  private String modelName;

  /** Null until the first record that tells of layers: most logs have none. */
  private LayerReadings layers;

  private final List<ExpertLayer> experts = new ArrayList<>();

  /** The routing of one layer; {@code load} are shares that sum to 1, NaN where unknown. */
  public record ExpertLayer(String layer, List<String> experts, List<Double> load) {}

  /** Empties it for the record that begins on that line, counted from 1. */
  public void begin(long firstLine) {
    size = 0;
    evidence = 0;
    line = firstLine;
    time = Double.NaN;
    validating = false;
    ended = false;
    errorType = null;
    errorMessage = null;
    layered = false;
    modelName = null;
    if (layers != null) {
      layers.clear();
    }
    experts.clear();
    Arrays.fill(rankBySignal, Integer.MAX_VALUE);
  }

  /** Adds a number in base units. A key that stands twice keeps its last value. */
  public void add(Field field, double value) {
    int signal = field.signal.ordinal();
    if (field.rank <= rankBySignal[signal]) {
      if (field.rank == rankBySignal[signal] && replaced(field, value)) {
        return;
      }
      rankBySignal[signal] = field.rank;
      bySignal[signal] = value;
    }
    if (size == fields.length) {
      fields = Arrays.copyOf(fields, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    fields[size] = field;
    values[size++] = value;
    evidence |= 1 << field.signal.evidence.ordinal();
    if (field.signal == Signal.END) {
      ended = true;
    }
  }

  /** Parts, other values and layers share their rank: only what is read by signal looks back. */
  private boolean replaced(Field field, double value) {
    if (field.signal.isValue() || field.signal.isOfLayer()) {
      return false;
    }
    bySignal[field.signal.ordinal()] = value;
    for (int i = size - 1; i >= 0; i--) {
      if (fields[i] == field) {
        values[i] = value;
        return true;
      }
    }
    return false;
  }

  public void setTime(double seconds) {
    time = seconds;
  }

  /** The record says that it was taken while validating, as mmcv's {@code mode} does. */
  public void setValidating() {
    validating = true;
  }

  /** The record says that the run is over. */
  public void setEnded() {
    ended = true;
  }

  public void setError(String type) {
    errorType = type;
  }

  public void setErrorMessage(String message) {
    errorMessage = message;
  }

  /** The record tells of layers; what it says of them goes into what this gives. */
  public LayerReadings setLayers() {
    layered = true;
    if (layers == null) {
      layers = new LayerReadings();
    }
    return layers;
  }

  public void setModelName(String name) {
    modelName = name;
  }

  public void addExperts(ExpertLayer layer) {
    experts.add(layer);
  }

  /** What the record is, from the keys that had a value. */
  public RecordKind kind() {
    boolean train = has(Signal.Evidence.TRAINING) && has(Signal.Evidence.PLACE);
    if (train && !validating && !has(Signal.END)) {
      return RecordKind.TRAIN;
    }
    if (has(Signal.Evidence.VALIDATION)) {
      return RecordKind.VALIDATION;
    }
    if (!experts.isEmpty()) {
      return RecordKind.EXPERTS;
    }
    if (layered) {
      return RecordKind.LAYERS;
    }
    return errorType != null ? RecordKind.ERROR : RecordKind.OTHER;
  }

  /** Whether a file that holds such a record is a training log. */
  public boolean marksLog() {
    boolean news =
        has(Signal.Evidence.TRAINING)
            || has(Signal.Evidence.VALIDATION)
            || has(Signal.Evidence.PROGRESS)
            || !experts.isEmpty()
            || layered
            || errorType != null;
    return news && has(Signal.Evidence.PLACE);
  }

  public boolean has(Signal.Evidence what) {
    return (evidence & 1 << what.ordinal()) != 0;
  }

  public boolean has(Signal signal) {
    return rankBySignal[signal.ordinal()] != Integer.MAX_VALUE;
  }

  /** The value of the signal's highest alias in this record; NaN where it has none. */
  public double value(Signal signal) {
    return has(signal) ? bySignal[signal.ordinal()] : Double.NaN;
  }

  /** The rank of the signal's highest alias in this record; the largest int where it has none. */
  public int rank(Signal signal) {
    return rankBySignal[signal.ordinal()];
  }

  public int size() {
    return size;
  }

  public Field field(int i) {
    return fields[i];
  }

  public double value(int i) {
    return values[i];
  }

  public long line() {
    return line;
  }

  /** Seconds since 1970, or NaN. */
  public double time() {
    return time;
  }

  public boolean isValidating() {
    return validating;
  }

  public boolean isEnd() {
    return ended;
  }

  public String errorType() {
    return errorType;
  }

  public String errorMessage() {
    return errorMessage;
  }

  /** What it says of layers; null where it says nothing of them. */
  public LayerReadings layers() {
    return layered ? layers : null;
  }

  /** Null where it is not told. */
  public String modelName() {
    return modelName;
  }

  public List<ExpertLayer> experts() {
    return experts;
  }
}
