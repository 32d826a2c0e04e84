package org.trainingexporter.watch.log;

import java.util.Locale;

/** What a log is to its run. */
public enum LogRole {
  /** Its training records give the order. */
  LEADS,
  /** It has no training records; its records are merged in. */
  JOINS,
  /** The validation of the leading log's training, as its name alone says. */
  VALIDATES,
  /** It repeats what the leading log has, as a document or in another format, and may add to it. */
  REPEATS,
  /** It is of another rank of the training, and only compared. */
  RANK;

  /** Its name for programs and people, such as {@code leads}. */
  public final String label = name().toLowerCase(Locale.ROOT);
}
