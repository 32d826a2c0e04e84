package org.trainingexporter.parse.text.record;

import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.text.line.PairList;
import org.trainingexporter.parse.text.line.PairList.Pair;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.Place;

/** What the names of a line's pairs mean; the same for all lines of one shape. */
final class LineNames {
  private TextName[] found = new TextName[8];

  /** The shape of the line that was read last: {@link PairList#shape}. */
  private long shape = PairList.NO_SHAPE;

  /** Whether a name alone makes the line a record. */
  boolean strong;

  /** Whether one of them is a reward, and whether one is a loss or the like. */
  private boolean rewards;

  private boolean learns;

  /** Whether there are numbers that mean something beside a position. */
  boolean values;

  /** Whether a name is a position. */
  boolean placed;

  /** Whether all of them are positions and nothing else. */
  boolean placesOnly;

  /** Whether a reward is all that they tell of the training. */
  boolean areRewards() {
    return rewards && !learns;
  }

  /** The name of a pair; null where it has none. */
  TextName get(int i) {
    return found[i];
  }

  /** The name of a pair that has one, also where it is a plain value. */
  TextName get(int i, byte[] b, Pair pair, NameTable names) {
    if (found[i] == TextName.PLAIN) {
      found[i] = names.of(b, pair.nameFrom, pair.nameTo);
    }
    return found[i];
  }

  /** Whether it has read that shape. */
  boolean isOf(long itsShape) {
    return shape == itsShape && itsShape != PairList.NO_SHAPE;
  }

  /**
   * Reads the names of a line.
   *
   * @param isHeaded whether a line above says that these are of the validation
   */
  void read(byte[] b, PairList pairs, NameTable names, boolean isHeaded) {
    shape = pairs.shape();
    strong = false;
    rewards = false;
    learns = false;
    values = false;
    placed = false;
    placesOnly = true;
    if (found.length < pairs.size()) {
      found = new TextName[2 * pairs.size()];
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      found[i] = pair.words > 0 ? names.find(b, pair.nameFrom, pair.nameTo) : null;
      if (pair.place != Place.NONE) {
        placed |= pair.words > 0;
        placesOnly &= pair.words > 0 && !pair.isTrimmed;
      } else {
        placesOnly = false;
        if (pair.words > 0) {
          add(i, pair, names, isHeaded && pair.set == DataSet.NONE);
        }
      }
    }
  }

  private void add(int i, Pair pair, NameTable names, boolean isHeaded) {
    found[i] = ofItsSet(found[i], pair, names, isHeaded);
    boolean place = found[i].isPlace();
    placed |= place;
    strong |= found[i].isStrong() && pair.suffix != Suffix.MISSING;
    boolean reward =
        found[i].signal == Signal.REWARD || found[i].signal.evidence == Signal.Evidence.REWARD;
    rewards |= reward;
    learns |= found[i].isStrong() && !reward;
    values |= !place && (pair.isExplicit || found[i].isKnown());
  }

  private static TextName ofItsSet(TextName name, Pair pair, NameTable names, boolean isHeaded) {
    if ((pair.set != DataSet.VALIDATION && !isHeaded) || name == TextName.PLAIN) {
      return name;
    }
    TextName validation = name.validation(names);
    boolean measures = validation.signal.evidence == Signal.Evidence.VALIDATION;
    boolean trains = name.isStrong() && name.signal.evidence == Signal.Evidence.TRAINING;
    return measures || ((pair.isSetOfLine || isHeaded) && trains) ? validation : name;
  }

  /** Whether one of them is a loss of some kind, with a colon or an equals sign. */
  boolean hintLoss(PairList pairs) {
    for (int i = 0; i < pairs.size(); i++) {
      if (found[i] != null && pairs.get(i).isExplicit && found[i].hintsLoss()) {
        return true;
      }
    }
    return false;
  }
}
