package org.trainingexporter.history.remote;

import com.google.protobuf.CodedOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.history.sample.SampleSeries;

/**
 * Encodes the body of a remote write 1.0 request: Snappy's block format around the message
 *
 * <pre>
 * message WriteRequest { repeated TimeSeries timeseries = 1; }
 * message TimeSeries   { repeated Label labels = 1; repeated Sample samples = 2; }
 * message Sample       { double value = 1; int64 timestamp = 2; }  // milliseconds
 * </pre>
 *
 * <p>One thread.
 */
final class WriteRequest {
  private static final int SERIES = 1;
  private static final int SAMPLE = 2;
  private static final int VALUE = 1;
  private static final int TIMESTAMP = 2;
  private static final int LENGTH_DELIMITED = 2;

  private final SnappyCompressor snappy = new SnappyCompressor();

  byte[] body(WriteChunk chunk) {
    byte[] message = message(chunk.stretches());
    byte[] out = new byte[snappy.maxCompressedLength(message.length)];
    int length = snappy.compress(message, 0, message.length, out, 0, out.length);
    return Arrays.copyOf(out, length);
  }

  private static byte[] message(List<WriteChunk.Stretch> stretches) {
    int size = 0;
    for (WriteChunk.Stretch one : stretches) {
      size += 1 + prefixed(size(one));
    }
    byte[] bytes = new byte[size];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      for (WriteChunk.Stretch one : stretches) {
        write(one, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  private static int size(WriteChunk.Stretch one) {
    int size = one.series().labels.length;
    for (int i = one.from(); i < one.to(); i++) {
      size += 1 + prefixed(sampleSize(one.series(), i));
    }
    return size;
  }

  private static int prefixed(int size) {
    return CodedOutputStream.computeUInt32SizeNoTag(size) + size;
  }

  private static int sampleSize(SampleSeries series, int i) {
    return CodedOutputStream.computeDoubleSize(VALUE, series.value(i))
        + CodedOutputStream.computeInt64Size(TIMESTAMP, series.time(i));
  }

  private static void write(WriteChunk.Stretch one, CodedOutputStream out) throws IOException {
    SampleSeries series = one.series();
    out.writeTag(SERIES, LENGTH_DELIMITED);
    out.writeUInt32NoTag(size(one));
    out.writeRawBytes(series.labels);
    for (int i = one.from(); i < one.to(); i++) {
      out.writeTag(SAMPLE, LENGTH_DELIMITED);
      out.writeUInt32NoTag(sampleSize(series, i));
      out.writeDouble(VALUE, series.value(i));
      out.writeInt64(TIMESTAMP, series.time(i));
    }
  }
}
