/**
 * Finds out which cards work for which runs, and what energy that took.
 *
 * <p>In come the cards of one reading and the watched runs; out go pairs of run and card, and each
 * run's usage. Used on the thread that reads the cards. The package must not know drivers, logs'
 * contents or metrics.
 */
package org.trainingexporter.gpu.join;
