package org.trainingexporter.event.value;

/**
 * Decides by its values what a key about time means, over the run's first twenty records that have
 * it, and anew when a later value contradicts. A time that falls where the position falls does not
 * count as falling. Values are as the log has them. One thread.
 */
public final class TimeValues {
  /** So many records decide. */
  public static final int WINDOW = 20;

  /** So many rises without a fall make a time since the start, however small they are. */
  private static final int RISES = 4;

  /** So many where the name speaks of a step, an epoch or a mean: means drift. */
  private static final int RISES_OF_PIECE = 9;

  private static final double LARGE = 1.1;
  private static final double YEAR_2000 = 946_684_800;
  private static final double YEAR_1980 = 315_532_800;
  private static final double DAY = 86_400;

  /** An earlier first value is a span: trainings that start at midnight are rare. */
  private static final double FIRST_CLOCK = 600;

  private final TimeName name;

  /** What a row of the table says; null for a key without one. */
  private final TimeMeaning row;

  private TimeMeaning meaning;
  private int seen;

  /** A value has contradicted: the next few decide anew. */
  private boolean rereading;

  /** A contradiction has changed the meaning, which is done once. */
  private boolean changed;

  /** Whether a value under a row for the time of a record could be one. */
  private boolean plausible;

  private double before = Double.NaN;
  private double positionBefore = Double.NaN;
  private double epochBefore = Double.NaN;
  private int compared;
  private int rises;
  private int largeRises;
  private int fallsCounted;
  private int fallsOfEpoch;
  private boolean oneAnEpoch = true;

  /** The meaning was found before the run was read, from this many values; else 0. */
  private int foundFrom;

  /**
   * @param row what a row of the table says: it stands unless a value is impossible; or null
   */
  public TimeValues(TimeName name, TimeMeaning row) {
    this.name = name;
    this.row = row;
    this.meaning = row == null ? TimeMeaning.UNDECIDED : row;
  }

  public TimeName name() {
    return name;
  }

  public TimeMeaning meaning() {
    return meaning;
  }

  /** How many values have been seen. */
  public int seen() {
    return seen;
  }

  /** Whether the next records may still change the meaning. */
  public boolean isOpen() {
    return seen < WINDOW && meaning != TimeMeaning.TIME;
  }

  /** Whether a further value may still change the meaning. */
  public boolean isWatched() {
    boolean decided = seen >= Math.max(WINDOW, foundFrom);
    boolean mayFall = meaning == TimeMeaning.ELAPSED || meaning == TimeMeaning.CLOCK;
    boolean open = !decided || (row == null && !changed && (mayFall || rereading));
    return open && !(meaning == TimeMeaning.TIME && plausible);
  }

  /** Takes what was found from the head of the log, or from all of it, before the run is read. */
  public void adopt(TimeMeaning found, int values) {
    meaning = found;
    foundFrom = Math.max(foundFrom, values);
  }

  /** The value is a text that spells a time of day; whether the key means one. */
  public boolean isClock(double secondsOfDay) {
    boolean first = meaning == TimeMeaning.UNDECIDED && seen == 0;
    if (first && name.mayBeClock() && secondsOfDay >= FIRST_CLOCK) {
      meaning = TimeMeaning.CLOCK;
    }
    return meaning == TimeMeaning.CLOCK;
  }

  /** Whether the value can only be a time since 1970; the key means that from now on. */
  public boolean isTime(double value) {
    if (value < YEAR_2000) {
      return false;
    }
    double seconds = name.isOfUnit() ? name.unit().toBase(value) : Unit.since1970(value);
    double tomorrow = System.currentTimeMillis() / 1e3 + DAY;
    if (seconds >= YEAR_2000 && seconds <= tomorrow) {
      meaning = TimeMeaning.TIME;
      plausible = true;
    }
    return meaning == TimeMeaning.TIME && plausible;
  }

  /**
   * Adds the value of a record.
   *
   * @param position of the record, NaN where it has none
   * @param epoch likewise
   * @param besideDataTime whether the record has a {@code data_time} too
   * @return what the key means now
   */
  public TimeMeaning add(double value, double position, double epoch, boolean besideDataTime) {
    plausible |= row == TimeMeaning.TIME && value >= YEAR_1980;
    boolean isTime = meaning == TimeMeaning.TIME && (row != TimeMeaning.TIME || plausible);
    boolean placed = !Double.isNaN(position) || !Double.isNaN(epoch);
    if (isTime || !Double.isFinite(value) || !(placed || besideDataTime)) {
      return meaning;
    }
    boolean open = seen < WINDOW;
    boolean known = seen < foundFrom;
    seen++;
    if (!open && !known && !changed && !rereading && row == null) {
      startOverIfContradicted(value, position, epoch);
    }
    compare(value, position, epoch);
    if (besideDataTime && row == null && meaning == TimeMeaning.UNDECIDED) {
      meaning = TimeMeaning.STEP_DURATION;
      seen = WINDOW;
    } else if (open && !known) {
      decide();
    } else if (rereading && compared >= RISES) {
      decideAgain();
    }
    return meaning;
  }

  private void startOverIfContradicted(double value, double position, double epoch) {
    boolean falls = meaning == TimeMeaning.ELAPSED && value < before;
    if (falls && begins(epoch)) {
      meaning = TimeMeaning.SINCE_EPOCH;
      changed = true;
    } else if ((falls && !isBack(position, epoch))
        || (meaning == TimeMeaning.CLOCK && value >= DAY)) {
      rereading = true;
      before = Double.NaN;
      compared = 0;
      rises = 0;
      largeRises = 0;
      fallsCounted = 0;
      fallsOfEpoch = 0;
      oneAnEpoch = true;
    }
  }

  private void compare(double value, double position, double epoch) {
    boolean begins = begins(epoch);
    boolean back = isBack(position, epoch);
    if (!Double.isNaN(before) && (value >= before || begins || !back)) {
      compared++;
      oneAnEpoch &= epoch - epochBefore >= 1 || back;
      rises += value > before ? 1 : 0;
      largeRises += value > before && value >= LARGE * before ? 1 : 0;
      fallsOfEpoch += value < before && begins ? 1 : 0;
      fallsCounted += value < before && !begins ? 1 : 0;
    }
    before = value;
    positionBefore = Double.isNaN(position) ? positionBefore : position;
    epochBefore = Double.isNaN(epoch) ? epochBefore : epoch;
  }

  private boolean begins(double epoch) {
    return Math.floor(epoch) > Math.floor(epochBefore);
  }

  private boolean isBack(double position, double epoch) {
    return position < positionBefore || epoch < epochBefore;
  }

  private void decide() {
    boolean clock = meaning == TimeMeaning.CLOCK && before < DAY;
    if (compared > 0 && !clock && (row == null || isImpossible())) {
      meaning = byRises();
    }
  }

  private void decideAgain() {
    TimeMeaning now = byRises();
    rereading = false;
    changed = now != meaning;
    meaning = now;
  }

  /** Whether the values contradict a row of the table: an elapsed time falls again and again. */
  private boolean isImpossible() {
    return row == TimeMeaning.ELAPSED
        ? fallsCounted >= 2 && 3 * fallsCounted >= compared
        : !plausible;
  }

  private TimeMeaning byRises() {
    int enough = name.isOfPiece() ? RISES_OF_PIECE : RISES;
    boolean fallen = fallsCounted > 0 || (oneAnEpoch && fallsOfEpoch > 0);
    int within = compared - fallsOfEpoch;
    boolean large = within > 0 && largeRises >= within && !name.isOfPiece();
    if (fallen || !(rises >= enough || large)) {
      return oneAnEpoch ? TimeMeaning.EPOCH_DURATION : TimeMeaning.STEP_DURATION;
    }
    return fallsOfEpoch > 0 ? TimeMeaning.SINCE_EPOCH : TimeMeaning.ELAPSED;
  }
}
