/**
 * What names of files and directories say of the ranks of a training, that is, of its processes.
 * {@link org.trainingexporter.watch.rank.RankName} reads one name, {@link
 * org.trainingexporter.watch.rank.RankNumbers} says whether several are of one training, and {@link
 * org.trainingexporter.watch.rank.RankFolders} and {@link
 * org.trainingexporter.watch.rank.MachineFolders} which directories are parts of a run. Names come
 * in, answers go out; nothing here opens a file, but it may ask what one is.
 */
package org.trainingexporter.watch.rank;
