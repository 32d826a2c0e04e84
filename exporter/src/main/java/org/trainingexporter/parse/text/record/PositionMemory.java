package org.trainingexporter.parse.text.record;

import org.trainingexporter.parse.text.word.DataSet;

/**
 * The position that lines above have set for those below, and what is known of the counters: how
 * many epochs are planned, and whether a counter beside an epoch goes on over the epochs. NaN where
 * nothing is known.
 */
final class PositionMemory {
  double epoch = Double.NaN;
  double counter = Double.NaN;
  String counterName = "step";
  double plan = Double.NaN;

  /** The set that a line above has named. */
  DataSet heading = DataSet.NONE;

  /** Whether no line had a position yet. */
  boolean isBeforeFirst = true;

  private double plannedEpochs = Double.NaN;
  private double lastEpoch = Double.NaN;
  private double lastCounter = Double.NaN;
  private boolean goesOn;
  private boolean etaKnown;
  private boolean etaOfEpoch;

  /** The bar that the training's bars are, by its plan, and how far it is. */
  private double barPlan = Double.NaN;

  private double barPosition = Double.NaN;

  /** The number that lines have begun with, how often it rose, and how often it did not. */
  private double leading = Double.NaN;

  private int rises;
  private int others;

  void clear() {
    isBeforeFirst = true;
    leading = Double.NaN;
    rises = 0;
    others = 0;
    epoch = Double.NaN;
    heading = DataSet.NONE;
    counter = Double.NaN;
    plan = Double.NaN;
    plannedEpochs = Double.NaN;
    lastEpoch = Double.NaN;
    lastCounter = Double.NaN;
    goesOn = false;
    etaKnown = false;
    etaOfEpoch = false;
    barPlan = Double.NaN;
    barPosition = Double.NaN;
  }

  /** A line that says nothing but its epoch. */
  void setEpoch(double value) {
    isBeforeFirst = false;
    epoch = value;
    counter = Double.NaN;
    plan = Double.NaN;
  }

  /** A line that says nothing but its counter. */
  void setCounter(String name, double value, double itsPlan) {
    isBeforeFirst = false;
    counterName = name;
    counter = value;
    plan = itsPlan;
  }

  /** A line has positions of its own: what was set above is over. */
  void replacedBy(double itsEpoch, double itsCounter) {
    isBeforeFirst = false;
    heading = DataSet.NONE;
    epoch = Double.isNaN(itsEpoch) ? epoch : Double.NaN;
    counter = Double.isNaN(itsCounter) && Double.isNaN(itsEpoch) ? counter : Double.NaN;
  }

  /** Whether numbers at the beginning of lines may be positions: a process or a rank stays. */
  boolean mayLead(double value) {
    rises += value > leading ? 1 : 0;
    others += value <= leading ? 1 : 0;
    leading = value;
    return others <= rises + 2;
  }

  void planEpochs(double count) {
    plannedEpochs = count;
  }

  double plannedEpochs() {
    return plannedEpochs;
  }

  /**
   * The run's plan where a counter of an epoch has one, NaN where it is not known.
   *
   * @param count the counter
   * @param ofEpoch its plan, which is one epoch's unless the counter goes on over the epochs
   */
  double plan(double itsEpoch, double count, double ofEpoch) {
    if (itsEpoch > lastEpoch && lastCounter > 0) {
      goesOn = count > lastCounter;
    }
    lastEpoch = itsEpoch;
    lastCounter = count;
    return goesOn ? ofEpoch : ofEpoch * plannedEpochs;
  }

  /**
   * Whether the time that is left is the epoch's, which the first record settles that has all
   * three.
   *
   * @param eta seconds
   * @param steps how many are left in the epoch
   * @param secondsPerStep as logged
   */
  boolean isEtaOfEpoch(double eta, double steps, double secondsPerStep) {
    double ofEpoch = steps * secondsPerStep;
    if (!etaKnown && steps > 1 && eta > 0 && ofEpoch > 0) {
      etaKnown = true;
      etaOfEpoch = eta < 2 * ofEpoch && eta > ofEpoch / 2;
    }
    return etaOfEpoch;
  }

  /** Whether a bar stands within another that is not yet done, as that of a validation. */
  boolean isInnerBar(double position, double itsPlan) {
    boolean other = itsPlan != barPlan && !Double.isNaN(barPlan);
    if (other && barPosition < barPlan) {
      return true;
    }
    setBar(position, itsPlan);
    return false;
  }

  /** That bar is the training's. */
  void setBar(double position, double itsPlan) {
    barPosition = position;
    barPlan = itsPlan;
  }
}
