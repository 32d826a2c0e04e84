/**
 * What lies below the watched directories: {@link WatchedRoots} groups directories into runs,
 * {@link Folder} lists one of them, {@link LogFinder} decides which files are logs, {@link
 * StateDocuments} finds the newest state document, {@link CheckpointFinder} finds checkpoints.
 *
 * <p>In come paths and the time, out go groups, logs and checkpoints. {@code watch} calls it once a
 * second or more seldom; each class keeps what it has seen, so that an unchanged tree costs little.
 * It must not know what becomes of a log. One thread.
 */
package org.trainingexporter.watch.find;
