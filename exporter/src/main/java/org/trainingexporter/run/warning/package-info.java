/**
 * Signs of trouble in a training whose numbers are finite: overfitting, plateau and divergence are
 * found here, those of layers in {@code run.layer}. Losses come in, {@link
 * org.trainingexporter.run.warning.WarningLog} counts the episodes and makes the events. Nothing
 * here knows a record, a key or a metric.
 */
package org.trainingexporter.run.warning;
