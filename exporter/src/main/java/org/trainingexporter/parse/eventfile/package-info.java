/**
 * TensorBoard's event files as a log. {@link EventFilesFormat} is the row of this format; {@link
 * EventFilesSource} merges the directories of a run, {@code DirectoryEvents} the files of one
 * directory, and {@code EventFile} follows one file.
 *
 * <p>In comes the path of one of the files, out go the records of all. Called by {@code parse.open}
 * through the format's row. The rooms below know the frames, the messages, the steps and the
 * layers. Nothing here knows runs.
 */
package org.trainingexporter.parse.eventfile;
