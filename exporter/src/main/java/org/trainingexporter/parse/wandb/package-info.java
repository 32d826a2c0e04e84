/**
 * W&B's local files, {@code run-*.wandb}: a log of records in chunks with checksums. {@link
 * WandbFormat} is the row of this format, {@link WandbSource} is one such file, and {@link
 * WandbRecords} makes a record of each message.
 *
 * <p>In comes the path of a file, out come records. Called by {@code parse.open} through the
 * format's row. Nothing here knows directories or runs.
 */
package org.trainingexporter.parse.wandb;
