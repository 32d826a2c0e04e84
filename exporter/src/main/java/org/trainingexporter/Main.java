package org.trainingexporter;

/** Hands the arguments over; the only place that sets an exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
