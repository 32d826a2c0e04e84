package org.trainingexporter.run.position;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/** What a run's settings say of its schedule; each may be unknown. */
public record SettingPlan(double steps, double epochs, double warmupSteps, double highestRate) {
  static final SettingPlan NONE = new SettingPlan(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
}
