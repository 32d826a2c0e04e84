package org.trainingexporter.http.api.download;

import org.trainingexporter.plots.CurveRequest;

/**
 * A request for a picture of one plot.
 *
 * @param plot the signal that it shows
 * @param byTime whether the x axis is of times rather than positions
 * @param logarithmic whether the y axis is logarithmic
 */
record PictureRequest(
    CurveRequest curves,
    String plot,
    int width,
    int height,
    boolean dark,
    boolean byTime,
    boolean logarithmic) {}
