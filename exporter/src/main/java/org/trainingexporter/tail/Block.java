package org.trainingexporter.tail;

/**
 * Bytes of whole lines, {@code from} to {@code to}. The array is reused by the next read.
 *
 * @param isFirst whether the block begins its file, so that lines count from 1
 * @param isUnended whether it is a single last line without its line end
 */
@SuppressWarnings("ArrayRecordComponent") // lent for reading, never compared or kept
public record Block(byte[] bytes, int from, int to, boolean isFirst, boolean isUnended) {}
