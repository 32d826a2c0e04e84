package org.trainingexporter.tail;

/** A line is longer than the bound and was skipped. */
public final class LineTooLong extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean first;

  LineTooLong(boolean first) {
    this.first = first;
  }

  /** Whether it is the first line of its file, so that lines count from 1. */
  public boolean isFirst() {
    return first;
  }
}
