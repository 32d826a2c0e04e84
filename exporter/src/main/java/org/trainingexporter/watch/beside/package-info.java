/**
 * What lies beside the logs of a run: {@link org.trainingexporter.watch.beside.BesideFinder} finds
 * checkpoints, settings and the free space, {@link org.trainingexporter.watch.beside.Beside} is
 * what it found.
 *
 * <p>In come a run's directories, out goes one immutable record. {@code watch.RunFolder} calls it.
 * It must not know a run or a log, so that a file system of checkpoints that hangs holds up none.
 */
package org.trainingexporter.watch.beside;
