/**
 * Rules for runs: the list {@code runs:} of the config file. In comes its YAML, out come {@link
 * org.trainingexporter.config.run.RunRule} objects in their order.
 *
 * <p>Read by {@code Settings}; watch and the GPU wiring apply the rules. Must not know a run's
 * state.
 */
package org.trainingexporter.config.run;
