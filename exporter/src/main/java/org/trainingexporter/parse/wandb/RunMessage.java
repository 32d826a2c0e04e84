package org.trainingexporter.parse.wandb;

/**
 * What the file says of its run.
 *
 * @param name that is shown for it, or empty
 * @param start seconds since 1970, or NaN
 */
record RunMessage(String name, double start) {
  static final RunMessage NONE = new RunMessage("", Double.NaN);
}
