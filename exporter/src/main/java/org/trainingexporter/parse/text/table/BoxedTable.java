package org.trainingexporter.parse.text.table;

/**
 * Tables as the loggers of reinforcement learning print them: lines between two rules of dashes, a
 * name and a number each, are one record. A heading, {@code rollout/}, goes before the indented
 * names below it.
 */
public final class BoxedTable {
  private final RowScan rows = new RowScan();
  private final NamedValues values = new NamedValues();
  private String heading = "";
  private double time = Double.NaN;
  private boolean ruled;
  private boolean columns;
  private boolean ends;

  public void begin() {
    values.clear();
    heading = "";
    ruled = false;
    columns = false;
    time = Double.NaN;
  }

  /** Whether a line may belong to a table: a rule was the last thing seen of one, or begins one. */
  public boolean mayRead(byte[] b, int from, int to) {
    return ruled || (from < to && "-=+|".indexOf(b[from]) >= 0);
  }

  /** Whether rows are waiting for the rule that ends them. */
  public boolean isOpen() {
    return !values.isEmpty();
  }

  /** Takes a line; false where it is none of a table, which ends one that is open. */
  public boolean read(byte[] b, int from, int to, double itsTime) {
    ends = false;
    switch (rows.read(b, from, to, columns)) {
      case RULE -> {
        ruled = true;
        columns = false;
        ends = true;
      }
      case COLUMN_RULE -> {
        columns = !isOpen();
        ruled = true;
        ends = true;
      }
      case HEADING -> heading = rows.name();
      case VALUE -> {
        if (ruled) {
          values.add(rows.isIndented() ? heading + rows.name() : rows.name(), rows.value());
          time = Double.isNaN(itsTime) ? time : itsTime;
        }
        return ruled;
      }
      case TEXT -> {
        return ruled;
      }
      case OTHER -> {
        ruled = false;
        columns = false;
        heading = "";
        return false;
      }
    }
    return true;
  }

  /** Whether the line that was taken last was a rule, which ends what is open. */
  public boolean endsHere() {
    return ends;
  }

  /** The rows so far; {@link #close} lets go of them. */
  public NamedValues values() {
    return values;
  }

  /** Seconds since 1970 of the newest row that has a time. */
  public double time() {
    return time;
  }

  public void close() {
    values.clear();
    heading = "";
    time = Double.NaN;
  }
}
