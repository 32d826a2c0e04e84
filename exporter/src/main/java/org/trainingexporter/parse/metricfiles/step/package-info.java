/**
 * Values of several files joined by step. A {@link StepSource} is what one of the files says, an
 * {@link OpenStep} collects the values of one step, and {@link StepJoin} decides which step comes
 * next and when it is whole.
 *
 * <p>In come sources, out come records. Called by {@code parse.metricfiles}. Nothing here knows
 * files.
 */
package org.trainingexporter.parse.metricfiles.step;
