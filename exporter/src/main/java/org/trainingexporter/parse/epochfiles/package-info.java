/**
 * Logs that have one file for each epoch, such as AllenNLP's {@code metrics_epoch_3.json}: the
 * number in the name is the epoch, and the files of one directory together are one log. {@link
 * EpochFilesFormat} is the row of this format; {@link EpochFilesSource} reads the files in the
 * order of their numbers.
 *
 * <p>In comes the path of one of the files, out go the records of all. Called by {@code parse.open}
 * through the format's row. Nothing here knows runs.
 */
package org.trainingexporter.parse.epochfiles;
