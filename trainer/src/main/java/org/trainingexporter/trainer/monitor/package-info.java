/**
 * Logs any DJL training in the formats that the exporter reads: training log, validation log and
 * layer records. In come DJL's listener calls, out come lines of JSON in the run's directory.
 *
 * <p>{@link org.trainingexporter.trainer.monitor.TrainingMonitor} is the entry point, also for
 * programs other than the trainer. Must not know the trainer's settings, data sets or page.
 */
package org.trainingexporter.trainer.monitor;
