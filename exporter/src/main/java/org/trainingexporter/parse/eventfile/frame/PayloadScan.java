package org.trainingexporter.parse.eventfile.frame;

/**
 * What is found in the payloads of a block of frames, on another thread. Only the reader of the
 * frames reads the result, once the scan has ended. Used again for another block.
 */
public interface PayloadScan {
  /** A block of at most so many frames begins. */
  void begin(int mostFrames);

  /**
   * Scans a payload whose checksum is right.
   *
   * @param frame its number in the block, from 0
   */
  void add(int frame, byte[] bytes, int from, int length);
}
