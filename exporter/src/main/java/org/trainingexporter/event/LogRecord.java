package org.trainingexporter.event;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;

/**
 * What one record of a log said: its kind, its time, and each number with the field that it stood
 * under, in base units. A reader fills one instance again and again; what outlives the next record
 * must be copied out.
 */
public final class LogRecord extends RecordNotes {
  private static final int NO_SET = Integer.MAX_VALUE;

  /** Whatever a record says itself goes before. */
  private static final int SET_OF_FILE = NO_SET - 1;

  private long line;
  private double time;
  private TimeOrigin timeOrigin;
  private NamedSet set;
  private int setPrecedence;
  private boolean countsBatches;
  private boolean late;
  private boolean layered;

  /** Null until the first record that tells of layers: most logs have none. */
  private LayerReadings layers;

  private final List<ExpertLayer> experts = new ArrayList<>();

  /** The routing of one layer; {@code load} are shares that sum to 1, NaN where unknown. */
  public record ExpertLayer(String layer, List<String> experts, List<Double> load) {}

  /** Empties it for the record that begins on that line, counted from 1. */
  public void begin(long firstLine) {
    clear();
    line = firstLine;
    time = Double.NaN;
    timeOrigin = null;
    set = NamedSet.NONE;
    setPrecedence = NO_SET;
    countsBatches = false;
    late = false;
    clearNotes();
    layered = false;
    if (layers != null) {
      layers.clear();
    }
    experts.clear();
  }

  /** Reads its numbers anew where keys mean something else since, and in the set that it names. */
  public void interpret(KeyRegistry fields) {
    interpret(fields, set);
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

  /** Says of which set its file is; what the record says itself goes before. */
  public void setSetOfFile(NamedSet named) {
    setSet(named, SET_OF_FILE);
  }

  /** The set that it says it is of, apart from its keys. */
  public NamedSet set() {
    return set;
  }

  /** What it counts are the batches of a validation, as in mmcv's {@code "mode": "val"}. */
  public void setCountsBatches() {
    countsBatches = true;
  }

  /** It adds to a training record of its step that was applied before, and counts no step. */
  public void setLate() {
    late = true;
  }

  public boolean isLate() {
    return late;
  }

  /** The record tells of layers; what it says of them goes into what this gives. */
  public LayerReadings setLayers() {
    layered = true;
    if (layers == null) {
      layers = new LayerReadings();
    }
    return layers;
  }

  public void addExperts(ExpertLayer layer) {
    experts.add(layer);
  }

  /** What the record is, from the keys that had a value. */
  public RecordKind kind() {
    boolean reward = has(Signal.Evidence.REWARD) && !has(Signal.Evidence.VALIDATION);
    boolean train = (has(Signal.Evidence.TRAINING) || reward) && has(Signal.Evidence.PLACE);
    if (train && !late && !set.isHeldOut() && !has(Signal.END)) {
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
    return errorType() != null ? RecordKind.ERROR : RecordKind.OTHER;
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
        || late
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
            || errorType() != null;
    return news && has(Signal.Evidence.PLACE);
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
    return isSaidToEnd() || has(Signal.END);
  }

  /** What it says of layers; null where it says nothing of them. */
  public LayerReadings layers() {
    return layered ? layers : null;
  }

  public List<ExpertLayer> experts() {
    return experts;
  }
}
