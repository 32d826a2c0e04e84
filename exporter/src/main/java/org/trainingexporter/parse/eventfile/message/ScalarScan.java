package org.trainingexporter.parse.eventfile.message;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.parse.eventfile.frame.PayloadScan;

/**
 * Finds the plain events of a block: a time, a step, and one number under a tag, in the order in
 * which every protobuf library writes them. All others are left to {@link EventReader}, which would
 * read these alike.
 */
public final class ScalarScan implements PayloadScan {
  private static final int TIME = 1 << 3 | 1;
  private static final int STEP = 2 << 3;
  private static final int SUMMARY = 5 << 3 | 2;
  private static final int VALUE = 1 << 3 | 2;
  private static final int TAG = 1 << 3 | 2;
  private static final int NUMBER = 2 << 3 | 5;

  /** Lengths below this stand in one byte. */
  private static final int ONE_BYTE = 128;

  /** Of a step's bytes: what is longer is negative. */
  private static final int LONGEST_STEP = 9;

  /** So many events back the same tag is searched, before all tags are. */
  private static final int NEAR = 8;

  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final Map<ByteString, ByteString> known = new HashMap<>();
  private double[] times = {};
  private long[] steps = {};
  private float[] numbers = {};

  /** Null where the event is no plain one. */
  private ByteString[] tags = {};

  @Override
  public void begin(int mostFrames) {
    if (tags.length < mostFrames) {
      int room = mostFrames + mostFrames / 4;
      times = new double[room];
      steps = new long[room];
      numbers = new float[room];
      tags = new ByteString[room];
    }
    Arrays.fill(tags, 0, mostFrames, null);
    known.clear(); // a file may invent tags without end
  }

  @Override
  public void add(int frame, byte[] bytes, int from, int length) {
    int end = from + length;
    int p = from + 1 + Double.BYTES;
    if (p >= end || bytes[from] != TIME) {
      return;
    }
    long step = 0;
    if (bytes[p] == STEP) {
      int last = p + LONGEST_STEP;
      int shift = 0;
      do {
        if (++p >= end || p > last) {
          return;
        }
        step |= (bytes[p] & 0x7fL) << shift;
        shift += 7;
      } while (bytes[p] < 0);
      p++;
    }
    // The summary, its value and its tag end where the event ends, less the number.
    int tag = p + 6;
    int tagEnd = end - 1 - Float.BYTES;
    boolean isPlain =
        end - p < ONE_BYTE
            && tag < tagEnd
            && bytes[p] == SUMMARY
            && bytes[p + 1] == end - p - 2
            && bytes[p + 2] == VALUE
            && bytes[p + 3] == end - p - 4
            && bytes[p + 4] == TAG
            && bytes[p + 5] == tagEnd - tag
            && bytes[tagEnd] == NUMBER;
    if (isPlain) {
      times[frame] = (double) DOUBLE.get(bytes, from + 1);
      steps[frame] = step;
      numbers[frame] = (float) FLOAT.get(bytes, tagEnd + 1);
      tags[frame] = tag(frame, bytes, tag, tagEnd);
    }
  }

  /** Tags mostly come again and again in the same order. */
  private ByteString tag(int frame, byte[] bytes, int from, int to) {
    for (int back = 1; back <= NEAR && back <= frame; back++) {
      ByteString near = tags[frame - back];
      if (near != null && near.size() == to - from && isSame(near, bytes, from)) {
        return near;
      }
    }
    ByteString tag = UnsafeByteOperations.unsafeWrap(Arrays.copyOfRange(bytes, from, to));
    ByteString same = known.putIfAbsent(tag, tag);
    return same == null ? tag : same;
  }

  private static boolean isSame(ByteString tag, byte[] bytes, int from) {
    for (int i = tag.size() - 1; i >= 0; i--) { // what differs is mostly at the end
      if (tag.byteAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the frame of that number holds a plain event. */
  public boolean isPlain(int frame) {
    return tags[frame] != null;
  }

  double time(int frame) {
    return times[frame];
  }

  long step(int frame) {
    return steps[frame];
  }

  ByteString tag(int frame) {
    return tags[frame];
  }

  double number(int frame) {
    return numbers[frame];
  }
}
