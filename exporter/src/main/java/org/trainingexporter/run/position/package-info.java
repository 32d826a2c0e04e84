/**
 * Where a run is: {@link org.trainingexporter.run.position.PositionTracker} decides whether steps
 * or epochs count, and whether a step back is a restart or a rewind; {@link
 * org.trainingexporter.run.position.Schedule} keeps the plan. {@code run} hands in each record once
 * and passes the {@link org.trainingexporter.run.position.RecordPosition} on to every keeper.
 * Nothing here knows a loss, an event or a metric.
 */
package org.trainingexporter.run.position;
