/**
 * What hands on the points of curves while logs are read: whoever draws curves calls a sink for
 * each point. Live updates and downloads are such sinks. It must not know what a curve is drawn
 * from.
 */
package org.trainingexporter.plots.point;
