package org.trainingexporter.run.host;

/**
 * The cards that were joined to a run.
 *
 * @param most how many were joined at once, at most; 0 for none
 * @param model the name of the card, such as {@code NVIDIA H100 80GB HBM3}; empty where it is not
 *     known or where several models are joined
 */
public record CardUse(int most, String model) {
  public static final CardUse NONE = new CardUse(0, "");
}
