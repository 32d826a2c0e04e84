package org.trainingexporter.watch.log;

/** What a log is to its run. */
public enum LogRole {
  /** Its training records give the order. */
  LEADS,
  /** It has no training records; its records are merged in. */
  JOINS,
  /** A document that repeats what the leading log has, and may add to it. */
  DOCUMENT
}
