package org.trainingexporter.parse.eventfile.frame;

import java.util.Arrays;

/** Whole frames of a file that lie one behind the other. Used again. One thread at a time. */
final class FrameBlock implements Runnable {
  final byte[] bytes;
  final PayloadScan scan;
  private final MaskedCrc crc = new MaskedCrc();

  /** Where the first frame begins in the file. */
  long offset;

  /** Bytes of all frames. */
  int length;

  private int[] starts = new int[1 << 12];

  /** How many frames there are. */
  private int frames;

  /** How many of them are whole by their checksums, from the first on. */
  private int good;

  FrameBlock(int size, PayloadScan scan) {
    this.bytes = new byte[size];
    this.scan = scan;
  }

  /** Finds the frames in bytes of a file, by their lengths alone. */
  void find(long at, int count) {
    offset = at;
    frames = 0;
    good = 0;
    int from = 0;
    while (count - from >= FrameReader.AROUND) {
      long payload = (long) FrameReader.LONG.get(bytes, from);
      if (payload < 0 || payload > count - from - FrameReader.AROUND) {
        break;
      }
      if (frames == starts.length) {
        starts = Arrays.copyOf(starts, 2 * frames);
      }
      starts[frames++] = from;
      from += FrameReader.AROUND + (int) payload;
    }
    length = from;
  }

  /** Checks the frames, and scans the payloads of those that are whole. */
  @Override
  public void run() {
    scan.begin(frames);
    for (int i = 0; i < frames; i++) {
      int from = starts[i];
      int payload = payloadLength(i);
      int header = (int) FrameReader.INT.get(bytes, from + Long.BYTES);
      int at = from + FrameReader.HEADER;
      if (header != crc.of(bytes, from, Long.BYTES) || checksum(i) != crc.of(bytes, at, payload)) {
        return;
      }
      scan.add(i, bytes, at, payload);
      good++;
    }
  }

  /** Whether the frame of that number is there, and whole. */
  boolean has(int frame) {
    return frame < good;
  }

  int start(int frame) {
    return starts[frame];
  }

  int payloadLength(int frame) {
    int end = frame + 1 < frames ? starts[frame + 1] : length;
    return end - starts[frame] - FrameReader.AROUND;
  }

  int checksum(int frame) {
    int payload = payloadLength(frame);
    return (int) FrameReader.INT.get(bytes, starts[frame] + FrameReader.HEADER + payload);
  }
}
