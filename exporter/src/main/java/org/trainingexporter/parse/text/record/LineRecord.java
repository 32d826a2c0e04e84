package org.trainingexporter.parse.text.record;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.text.line.BarScan;
import org.trainingexporter.parse.text.line.PairList;
import org.trainingexporter.parse.text.line.PairList.Pair;
import org.trainingexporter.parse.text.table.NamedValues;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.Place;

/**
 * Decides whether the pairs of a line are a record, and fills it in: a line is one if it has a
 * training's or a validation's number, or numbers beside a position. What keys mean is decided by
 * {@link RecordReader}. One thread.
 */
public final class LineRecord {
  /** How many shapes of lines keep what their names mean; a power of two. */
  private static final int SHAPES = 64;

  private final RecordReader reader;
  private final NameTable names;
  private final PositionMemory memory = new PositionMemory();
  private final LinePlaces places;
  private final LineNames unshaped = new LineNames();
  private final LineNames[] byShape = new LineNames[SHAPES];

  private LineNames found = unshaped;
  private boolean etaOfEpoch;

  public LineRecord(RecordReader reader) {
    this.reader = reader;
    this.names = new NameTable(reader);
    this.places = new LinePlaces(reader, names, memory);
  }

  /** The file begins anew. */
  public void begin() {
    memory.clear();
  }

  /** Whether a line above has set a position for those below. */
  public boolean isPlaced() {
    return !Double.isNaN(memory.epoch) || !Double.isNaN(memory.counter);
  }

  /** A line has named the set of those below, until one has a position of its own. */
  public void head(DataSet set) {
    memory.heading = set;
  }

  /**
   * Fills in a line's record.
   *
   * @param bar the line's bar, or null
   * @param isRead whether the record already has what an object in the line says
   * @return whether the line is a record
   */
  public boolean fill(
      byte[] b, PairList pairs, BarScan bar, boolean isRead, LogRecord into, long line) {
    if (!isRead && isPartOfValidation(pairs, bar)) {
      return false;
    }
    found = namesOf(b, pairs);
    boolean barCounts = bar != null && barCounts(bar, isRead);
    if (!isRead) {
      if (bar == null && found.placesOnly && pairs.size() > 0) {
        places.remember(pairs, found);
        memory.heading = pairs.set();
        return false;
      }
      boolean loss = places.areSet() && found.hintLoss(pairs);
      if (!found.strong && !barCounts && !(found.placed && found.values) && !loss) {
        return false;
      }
      if (found.areRewards() && memory.isBeforeFirst && !found.placed && !barCounts) {
        return false; // return 1.0, in a program's text above the log
      }
      reader.begin(into, line);
    }
    places.add(pairs, found, barCounts ? bar : null, into);
    etaOfEpoch = into.has(Signal.EPOCH) && (pairs.hasBar() || isEtaOfEpoch(pairs));
    for (int i = 0; i < pairs.size(); i++) {
      addPair(b, pairs, i, into);
    }
    return true;
  }

  /** Fills in what a shape or a boxed table holds; false where that is no record. */
  public boolean fill(NamedValues rows, LogRecord into, long line) {
    boolean meant = false;
    boolean place = false;
    for (int i = 0; i < rows.size(); i++) {
      TextName n = names.named(rows.name(i));
      meant |= n.isStrong() || n.signal == Signal.VALUE;
      place |= n.isPlace();
    }
    if (rows.isEmpty() || !meant) {
      return false;
    }
    reader.begin(into, line);
    for (int i = 0; i < rows.size(); i++) {
      add(names.named(rows.name(i)), rows.value(i), into);
    }
    if (!place) {
      places.inherit(into);
    }
    return true;
  }

  /** The record is of a line before which a launcher has put the rank. */
  public void addRank(int rank, LogRecord into) {
    add(names.named("rank"), rank, into);
  }

  private LineNames namesOf(byte[] b, PairList pairs) {
    boolean isHeaded = memory.heading == DataSet.VALIDATION && !pairs.hasPlace();
    if (isHeaded || pairs.shape() == PairList.NO_SHAPE) {
      unshaped.read(b, pairs, names, isHeaded);
      return unshaped;
    }
    int slot = (int) pairs.shape() & byShape.length - 1;
    if (byShape[slot] == null) {
      byShape[slot] = new LineNames();
    }
    if (!byShape[slot].isOf(pairs.shape())) {
      byShape[slot].read(b, pairs, names, false);
    }
    return byShape[slot];
  }

  /** Whether a validation is still going on: its numbers are not yet its result. */
  private static boolean isPartOfValidation(PairList pairs, BarScan bar) {
    if (pairs.set() != DataSet.VALIDATION) {
      return false;
    }
    if (bar != null) {
      return !(bar.position >= bar.plan);
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (pair.words == 0 && pair.place == Place.COUNTER && pair.value < pair.whole - 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether a bar is one of the training: it has its numbers, or no name that says otherwise. */
  private boolean barCounts(BarScan bar, boolean isRead) {
    if (!bar.countsSteps || bar.position < 0) {
      return false;
    }
    if (found.strong || isRead) {
      memory.setBar(bar.position, bar.plan);
      return true;
    }
    return (bar.isUnnamed || found.placed)
        && !Double.isNaN(bar.plan)
        && !memory.isInnerBar(bar.position, bar.plan);
  }

  private boolean isEtaOfEpoch(PairList pairs) {
    double eta = Double.NaN;
    double left = Double.NaN;
    double secondsPerStep = Double.NaN;
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      Signal signal = found.get(i) == null ? Signal.VALUE : found.get(i).signal;
      if (signal == Signal.ETA) {
        eta = Double.isNaN(pair.seconds) ? pair.value : pair.seconds;
      } else if (signal == Signal.STEPS_PER_SECOND) {
        secondsPerStep = Double.isNaN(pair.seconds) ? pair.value : pair.seconds;
      } else if (pair.place == Place.COUNTER) {
        left = pair.whole - pair.value;
      }
    }
    return memory.isEtaOfEpoch(eta, left, secondsPerStep);
  }

  private void addPair(byte[] b, PairList pairs, int i, LogRecord into) {
    Pair pair = pairs.get(i);
    if (pair.place != Place.NONE || pair.suffix == Suffix.MISSING) {
      return;
    }
    if (pair.words == 0) {
      boolean speed = pair.suffix == Suffix.STEPS_A_SECOND;
      places.addNumber("it/s", speed ? pair.value : 1 / pair.seconds, into);
      return;
    }
    Signal signal = found.get(i).signal;
    boolean prose = signal == Signal.VALUE && !pair.isExplicit && pair.words > 2;
    if (prose || (etaOfEpoch && signal == Signal.ETA)) {
      return;
    }
    TextName name = found.get(i, b, pair, names);
    add(name, inItsUnit(name, pair), into);
    if (!Double.isNaN(pair.whole) && name.signal == Signal.POSITION && !into.has(Signal.EPOCH)) {
      places.addNumber("max_steps", pair.whole, into);
    }
  }

  /** A length of time in the unit of what the name means; a share for {@code N/M}. */
  private double inItsUnit(TextName name, Pair pair) {
    if (!Double.isNaN(pair.whole) && !name.isPlace()) {
      return pair.value / pair.whole;
    }
    if (Double.isNaN(pair.seconds) || !name.isKnown()) {
      return pair.value;
    }
    Field field = name.field(reader);
    if (name.signal == Signal.STEPS_PER_SECOND && field != null) {
      return switch (field.unit) {
        case MILLISECONDS_A_STEP -> 1000 * pair.seconds;
        case SECONDS_A_STEP -> pair.seconds;
        default -> 1 / pair.seconds;
      };
    }
    return pair.seconds;
  }

  private void add(TextName name, double value, LogRecord into) {
    Field field = name.field(reader);
    if (field != null) {
      reader.addNumber(field, value, into);
    }
  }
}
