/**
 * The checkpoints of a run: {@link org.trainingexporter.watch.checkpoint.CheckpointFinder} measures
 * them, {@link org.trainingexporter.watch.checkpoint.CheckpointQueue} holds them until their time
 * comes among the records, {@link org.trainingexporter.watch.checkpoint.FreeSpace} says what is
 * left for more.
 *
 * <p>In come paths and the monotonic clock, out go checkpoints. {@code watch} calls it. Nothing
 * here knows a log.
 */
package org.trainingexporter.watch.checkpoint;
