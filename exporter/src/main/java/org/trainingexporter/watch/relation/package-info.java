/**
 * How the logs of one directory relate: {@link org.trainingexporter.watch.relation.LogRelations}
 * says which of them tell one training, {@link org.trainingexporter.watch.relation.RankNames} which
 * are of ranks, {@link org.trainingexporter.watch.relation.RotatedParts} which are rotated copies.
 *
 * <p>In come logs that were found and their outlines, out go answers. {@code watch.RunFolder} asks
 * once when a log is found. Nothing here opens a log or knows a run.
 */
package org.trainingexporter.watch.relation;
