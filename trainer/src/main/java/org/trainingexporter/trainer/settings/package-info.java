/**
 * The settings of a training. In comes the JSON of a start request, out come {@link
 * org.trainingexporter.trainer.settings.TrainingSettings} whose values are within their bounds and
 * together fit the machine, or a {@link org.trainingexporter.trainer.settings.SettingsException}.
 *
 * <p>Called by training and web. Must not know a running training.
 */
package org.trainingexporter.trainer.settings;
