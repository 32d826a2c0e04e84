package org.trainingexporter.parse.text.record;

import java.util.Locale;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.text.line.BarScan;
import org.trainingexporter.parse.text.line.PairList;
import org.trainingexporter.parse.text.line.PairList.Pair;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.Place;

/** Where a line's record stands: by its own epoch and counter, its bar, or what was set above. */
final class LinePlaces {
  private final RecordReader reader;
  private final NameTable names;
  private final PositionMemory memory;

  LinePlaces(RecordReader reader, NameTable names, PositionMemory memory) {
    this.reader = reader;
    this.names = names;
    this.memory = memory;
  }

  /** Whether lines above have set a position. */
  boolean areSet() {
    return !Double.isNaN(memory.epoch) || !Double.isNaN(memory.counter);
  }

  /** Keeps the positions of a line that says nothing else. */
  void remember(PairList pairs, LineNames found) {
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (pair.place == Place.COUNTER
          && !Double.isNaN(pair.whole)
          && pairs.set() == DataSet.VALIDATION) {
        continue; // how far a validation is
      }
      if (pair.place == Place.EPOCH) {
        memory.setEpoch(pair.value);
        if (!Double.isNaN(pair.whole)) {
          memory.planEpochs(pair.whole);
        }
      } else {
        memory.setCounter(key(found.get(i)), pair.value, pair.whole);
      }
    }
  }

  private static String key(TextName name) {
    return name != null && name.signal == Signal.POSITION ? name.key : "step";
  }

  /** Adds the record's position; the bar is null where there is none that counts. */
  void add(PairList pairs, LineNames found, BarScan bar, LogRecord into) {
    Pair epoch = null;
    Pair counter = null;
    TextName name = null;
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (pair.place == Place.EPOCH) {
        epoch = epoch == null ? pair : epoch;
      } else if (pair.place == Place.COUNTER
          && isBetter(pair, counter, name, found.get(i))
          && (!pair.isLeading || counts(pair, pairs, found, into))) {
        counter = pair;
        name = found.get(i);
      }
    }
    double ownEpoch = epoch == null ? into.value(Signal.EPOCH) : epoch.value;
    double count = counter != null ? counter.value : bar != null ? bar.position : Double.NaN;
    boolean own = !Double.isNaN(ownEpoch) || !Double.isNaN(count) || into.has(Signal.POSITION);
    if (epoch != null && epoch.words > 0 && isEpisode(epoch, found)) {
      addNumber("episode", epoch.value, into);
    } else {
      addEpoch(epoch, into);
    }
    double itsEpoch = Double.isNaN(ownEpoch) ? memory.epoch : ownEpoch;
    boolean beside = !Double.isNaN(itsEpoch);
    if (beside && !into.has(Signal.EPOCH)) {
      inheritEpoch(into);
    }
    if (!Double.isNaN(count) && !into.has(Signal.POSITION)) {
      boolean bare = counter == null || counter.words == 0;
      if (!bare || !beside || !isNamed(pairs, found)) {
        addNumber(bare && beside ? "iter" : key(name), count, into);
      }
      double whole = counter != null ? counter.whole : bar.plan;
      addNumber(
          "max_steps", atLeastOne(beside ? memory.plan(itsEpoch, count, whole) : whole), into);
    } else if (!own) {
      inheritCounter(into);
    }
    if (bar != null) {
      addBar(bar, !beside, into);
    }
    if (own) {
      memory.replacedBy(epoch == null ? Double.NaN : epoch.value, count);
    }
  }

  /** Whether a number at the line's beginning is its position: none other stands in the line. */
  private boolean counts(Pair leading, PairList pairs, LineNames found, LogRecord into) {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i) != leading && pairs.get(i).place != Place.NONE) {
        return false;
      }
    }
    boolean placed = into.has(Signal.EPOCH) || into.has(Signal.POSITION) || isNamed(pairs, found);
    return !placed && memory.mayLead(leading.value);
  }

  /** Whether the line has a counter of the run by name: {@code num_updates=300}. */
  private static boolean isNamed(PairList pairs, LineNames found) {
    for (int i = 0; i < pairs.size(); i++) {
      TextName name = pairs.get(i).place == Place.NONE ? found.get(i) : null;
      if (name != null && name.signal == Signal.POSITION) {
        return true;
      }
    }
    return false;
  }

  /** A number with a name goes before one without, unless that counts a validation. */
  private static boolean isBetter(Pair pair, Pair before, TextName nameBefore, TextName itsName) {
    if (before == null || pair.words == 0 || before.words == 0) {
      boolean ofValidation = pair.words == 0 && pair.set == DataSet.VALIDATION;
      return !ofValidation && (before == null || (before.words == 0 && pair.words > 0));
    }
    return isStep(itsName) && !isStep(nameBefore); // iter 10 step 1
  }

  private static boolean isStep(TextName name) {
    return name != null && name.key.toLowerCase(Locale.ROOT).contains("step");
  }

  /** Whether {@code ep} is short for an episode: the line has a reward and no loss. */
  private static boolean isEpisode(Pair epoch, LineNames found) {
    return epoch.nameTo - epoch.nameFrom == 2 && found.areRewards();
  }

  private void addEpoch(Pair epoch, LogRecord into) {
    if (epoch != null && !into.has(Signal.EPOCH)) {
      addNumber("epoch", epoch.value, into);
      if (epoch.whole >= 1) {
        memory.planEpochs(epoch.whole);
        addNumber("num_train_epochs", epoch.whole, into);
      }
    }
  }

  private void addBar(BarScan bar, boolean ofRun, LogRecord into) {
    addNumber("it/s", bar.stepsPerSecond > 0 ? bar.stepsPerSecond : Double.NaN, into);
    if (ofRun) {
      addNumber("elapsed_time", bar.elapsed, into);
      addNumber("remaining_time", bar.remaining, into);
    }
  }

  /** Adds what was set above. */
  void inherit(LogRecord into) {
    inheritEpoch(into);
    inheritCounter(into);
  }

  private void inheritEpoch(LogRecord into) {
    addNumber("epoch", memory.epoch, into);
    if (!Double.isNaN(memory.epoch)) {
      addNumber("num_train_epochs", atLeastOne(memory.plannedEpochs()), into);
    }
  }

  private void inheritCounter(LogRecord into) {
    addNumber(memory.counterName, memory.counter, into);
    if (!Double.isNaN(memory.counter)) {
      addNumber("max_steps", atLeastOne(memory.plan), into);
    }
  }

  private static double atLeastOne(double plan) {
    return plan >= 1 ? plan : Double.NaN;
  }

  void addNumber(String key, double value, LogRecord into) {
    var field = Double.isNaN(value) ? null : names.named(key).field(reader);
    if (field != null) {
      reader.addNumber(field, value, into);
    }
  }
}
