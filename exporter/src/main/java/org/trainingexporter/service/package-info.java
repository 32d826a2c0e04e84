/**
 * What every long-running part of the exporter needs: a background loop and a reporter of faults.
 *
 * <p>A room hands in the work to repeat and the text of its faults. It gets back a daemon thread
 * that survives failures, and a log that names each fault once. Any room may use this package; it
 * knows none of them, no settings and no metrics.
 */
package org.trainingexporter.service;
