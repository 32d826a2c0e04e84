/**
 * Curves of signals while a run is read. In: each record after it was applied, with the run's
 * state. Out: downsampled points for drawing, and new points for live clients. {@code Curve} lists
 * the curves and {@code CurveRecorder} draws each: a new one needs a line in both. Used by {@code
 * plots} only. It must not know where records come from or who draws the points.
 */
package org.trainingexporter.plots.curve;
