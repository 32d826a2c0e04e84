/**
 * One training from its settings to its last checkpoint. In come settings and a run directory; out
 * come logs and checkpoints in that directory, and the progress for whoever watches.
 *
 * <p>{@link org.trainingexporter.trainer.training.Training} is the entry point; web calls it. Only
 * one training may run at a time. Must not know HTTP or the page.
 */
package org.trainingexporter.trainer.training;
