package org.trainingexporter.history;

import com.google.protobuf.CodedOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;

/**
 * The body of a request of remote write 1.0: Snappy's block format around the message
 *
 * <pre>
 * message WriteRequest { repeated TimeSeries timeseries = 1; }
 * message TimeSeries   { repeated Label labels = 1; repeated Sample samples = 2; }
 * message Sample       { double value = 1; int64 timestamp = 2; }  // milliseconds
 * </pre>
 */
final class WriteRequest {
  private static final int SERIES = 1;
  private static final int SAMPLE = 2;
  private static final int VALUE = 1;
  private static final int TIMESTAMP = 2;
  private static final int LENGTH_DELIMITED = 2;

  private final SnappyCompressor snappy = new SnappyCompressor();

  byte[] body(Collection<Series> series) {
    byte[] message = message(series);
    byte[] out = new byte[snappy.maxCompressedLength(message.length)];
    int length = snappy.compress(message, 0, message.length, out, 0, out.length);
    return Arrays.copyOf(out, length);
  }

  private static byte[] message(Collection<Series> series) {
    int size = 0;
    for (Series one : series) {
      size += one.size() == 0 ? 0 : 1 + prefixed(size(one));
    }
    byte[] bytes = new byte[size];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      for (Series one : series) {
        if (one.size() > 0) {
          write(one, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  private static int size(Series one) {
    int size = one.labels.length;
    for (int i = 0; i < one.size(); i++) {
      size += 1 + prefixed(sampleSize(one, i));
    }
    return size;
  }

  private static int prefixed(int size) {
    return CodedOutputStream.computeUInt32SizeNoTag(size) + size;
  }

  private static int sampleSize(Series one, int i) {
    return CodedOutputStream.computeDoubleSize(VALUE, one.value(i))
        + CodedOutputStream.computeInt64Size(TIMESTAMP, one.time(i));
  }

  private static void write(Series one, CodedOutputStream out) throws IOException {
    out.writeTag(SERIES, LENGTH_DELIMITED);
    out.writeUInt32NoTag(size(one));
    out.writeRawBytes(one.labels);
    for (int i = 0; i < one.size(); i++) {
      out.writeTag(SAMPLE, LENGTH_DELIMITED);
      out.writeUInt32NoTag(sampleSize(one, i));
      out.writeDouble(VALUE, one.value(i));
      out.writeInt64(TIMESTAMP, one.time(i));
    }
  }
}
