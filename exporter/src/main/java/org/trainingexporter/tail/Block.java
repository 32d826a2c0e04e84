package org.trainingexporter.tail;

/**
 * Bytes of whole lines, {@code from} to {@code to}. The array is reused by the next read.
 *
 * @param isFirst whether the block begins the file anew, so that lines count from 1
 * @param isUnended whether it is one last line that has no line end
 */
@SuppressWarnings("ArrayRecordComponent") // lent for reading, never compared or kept
public record Block(byte[] bytes, int from, int to, boolean isFirst, boolean isUnended) {}
