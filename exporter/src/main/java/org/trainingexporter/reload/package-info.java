/**
 * Reading configuration again while the exporter runs. In come parts that can read their files
 * again, and requests to do so: a signal, a page, a changed file. Out go the parts' effects and
 * {@link org.trainingexporter.reload.ReloadState} for the metrics.
 *
 * <p>A bad file changes nothing. Wired by {@code Exporter}; it must not know what a part holds.
 */
package org.trainingexporter.reload;
