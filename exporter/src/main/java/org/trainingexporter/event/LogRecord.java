package org.trainingexporter.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.RecordFields;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.value.Unit;

/**
 * What one record of a log said: its kind, its time, and each number with the field that it stood
 * under, in base units. A reader fills one instance again and again; what outlives the next record
 * must be copied out.
 */
public final class LogRecord implements RecordFields {
  private static final int NO_SET = Integer.MAX_VALUE;

  private final double[] bySignal = new double[Signal.COUNT];
  private final int[] rankBySignal = new int[Signal.COUNT];
  private Field[] keys = new Field[32];
  private double[] values = new double[32];
  private Unit[] units = new Unit[32];
  private int size;
  private int evidence;
  private long line;
  private double time;
  private TimeOrigin timeOrigin;
  private NamedSet set;
  private int setPrecedence;

  /** The set whose fields its numbers stand under. */
  private NamedSet setOfNumbers;

  private boolean countsBatches;
  private int meanings;
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
    timeOrigin = null;
    set = NamedSet.NONE;
    setOfNumbers = NamedSet.NONE;
    setPrecedence = NO_SET;
    countsBatches = false;
    meanings = 0;
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
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
    }
    keys[size] = field;
    units[size] = field.unit;
    values[size++] = value;
    evidence |= 1 << field.evidence.ordinal();
    if (field.signal == Signal.END) {
      ended = true;
    }
  }

  /** Parts, plain values and layers share their rank: only what is read by signal looks back. */
  private boolean replaced(Field field, double value) {
    if (field.signal.isValue() || field.signal.isOfLayer()) {
      return false;
    }
    bySignal[field.signal.ordinal()] = value;
    for (int i = size - 1; i >= 0; i--) {
      if (keys[i] == field) {
        values[i] = value;
        return true;
      }
    }
    return false;
  }

  /** The meanings under which its numbers are added: {@link KeyRegistry#version}. */
  public void setMeanings(int version) {
    meanings = version;
  }

  /** Reads its numbers anew where keys mean something else since, and in the set that it names. */
  public void interpret(KeyRegistry fields) {
    if (meanings == fields.version() && setOfNumbers == set) {
      return;
    }
    int all = size;
    size = 0;
    evidence = 0;
    Arrays.fill(rankBySignal, Integer.MAX_VALUE);
    for (int i = 0; i < all; i++) {
      Field field = fields.in(set, keys[i]);
      double raw = units[i].fromBase(values[i]);
      double value = units[i] == field.unit ? values[i] : field.unit.toBase(raw);
      if (field.signal.accepts(value)) {
        add(field, value);
      }
    }
    setOfNumbers = set;
    meanings = fields.version();
  }

  /** Sets the time that the log has of it, in seconds since 1970. */
  public void setTime(double seconds) {
    setTime(seconds, TimeOrigin.LOGGED);
  }

  public void setTime(double seconds, TimeOrigin origin) {
    time = seconds;
    timeOrigin = Double.isNaN(seconds) ? null : origin;
  }

  /**
   * The record says which set it is of.
   *
   * @param precedence of two keys that say so the one with the lower decides
   */
  public void setSet(NamedSet named, int precedence) {
    if (precedence < setPrecedence) {
      set = named;
      setPrecedence = precedence;
    }
  }

  /** What it counts are the batches of a validation, as in mmcv's {@code "mode": "val"}. */
  public void setCountsBatches() {
    countsBatches = true;
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
    boolean reward = has(Signal.Evidence.REWARD) && !has(Signal.Evidence.VALIDATION);
    boolean train = (has(Signal.Evidence.TRAINING) || reward) && has(Signal.Evidence.PLACE);
    if (train && !set.isHeldOut() && !has(Signal.END)) {
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

  /**
   * Whether a run reads the signal from the record. Some are read from training records alone; but
   * progress goes on where there is no loss.
   *
   * @param kind of the record
   */
  public boolean sets(Signal signal, RecordKind kind) {
    boolean progress = kind == RecordKind.OTHER && has(Signal.Evidence.PLACE);
    return kind == RecordKind.TRAIN
        || !signal.isSetByTraining()
        || (progress && signal.evidence == Signal.Evidence.PROGRESS);
  }

  /** Whether a file that holds such a record is a training log. */
  public boolean marksLog() {
    boolean news =
        has(Signal.Evidence.TRAINING)
            || has(Signal.Evidence.REWARD)
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

  @Override
  public boolean has(Signal signal) {
    return rankBySignal[signal.ordinal()] != Integer.MAX_VALUE;
  }

  @Override
  public double value(Signal signal) {
    return has(signal) ? bySignal[signal.ordinal()] : Double.NaN;
  }

  /** The rank of the signal's highest alias in this record; the largest int where it has none. */
  public int rank(Signal signal) {
    return rankBySignal[signal.ordinal()];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Field field(int i) {
    return keys[i];
  }

  @Override
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

  /** Where its time comes from; null where that is unknown. */
  public TimeOrigin timeOrigin() {
    return timeOrigin;
  }

  /** Whether it says that it is of a held-out set. */
  public boolean isValidating() {
    return set.isHeldOut();
  }

  /** Whether what it counts are the batches of a validation. */
  public boolean countsBatches() {
    return countsBatches;
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
