/**
 * The container of W&B's files: LevelDB's log format, blocks of 32 KiB with chunks of at most a
 * block. {@link ChunkReader} puts chunks together to messages and checks each checksum.
 *
 * <p>In come the bytes of a growing file, out come messages as bytes. Called by {@code
 * parse.wandb}. Nothing here knows what a message means.
 */
package org.trainingexporter.parse.wandb.frame;
