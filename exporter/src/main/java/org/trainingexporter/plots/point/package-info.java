/**
 * What hands on the points of curves while logs are read: whoever draws curves calls a sink for
 * each point. Live updates and downloads are such sinks. Here is also how many records a point
 * stands for. It must not know what a curve is drawn from.
 */
package org.trainingexporter.plots.point;
