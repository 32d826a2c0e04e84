/**
 * The frames of a TFRecord file. {@link org.trainingexporter.parse.eventfile.frame.FrameReader}
 * finds them in a file that grows, checks their checksums and hands out their payloads.
 *
 * <p>In comes a {@code tail.ByteFile}, out go streams of protobuf. Only {@code parse.eventfile}
 * calls it. Nothing here knows what a payload holds.
 */
package org.trainingexporter.parse.eventfile.frame;
