/**
 * Curves and layer histories of runs, for the page and the API. In: the logs of a run, read again
 * by a {@code watch.Replay} on request. Out: {@link org.trainingexporter.plots.CurveResponse},
 * {@link org.trainingexporter.plots.curve.CurveUpdate} and {@link
 * org.trainingexporter.plots.layer.LayerHistory}. Used by {@code http.api} only. All work is done
 * on one thread, but reading runs as steps, which may hang; nothing here knows HTTP or JSON.
 */
package org.trainingexporter.plots;
