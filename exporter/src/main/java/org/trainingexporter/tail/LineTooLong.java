package org.trainingexporter.tail;

/** A line is longer than the bound; it is passed over. */
public final class LineTooLong extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean first;

  LineTooLong(boolean first) {
    this.first = first;
  }

  /** Whether the file begins anew with it, so that lines count from 1. */
  public boolean isFirst() {
    return first;
  }
}
