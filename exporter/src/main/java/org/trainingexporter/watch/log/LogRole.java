package org.trainingexporter.watch.log;

/** What a log is to its run. */
public enum LogRole {
  LEADS,
  JOINS,
  DOCUMENT
}
