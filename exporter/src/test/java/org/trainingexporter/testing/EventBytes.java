package org.trainingexporter.testing;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Event files as TensorBoard's writers make them, byte by byte. */
public final class EventBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** What a message holds. */
  @FunctionalInterface
  public interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  /** One message. */
  public static byte[] message(Fields fields) {
    try {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(message);
      fields.writeTo(out);
      out.flush();
      return message.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a frame with that payload. */
  public EventBytes frame(byte[] payload) {
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(payload.length).array();
    bytes.writeBytes(length);
    bytes.writeBytes(crc(length));
    bytes.writeBytes(payload);
    bytes.writeBytes(crc(payload));
    return this;
  }

  /** The masked checksum of some bytes. */
  public static byte[] crc(byte[] of) {
    CRC32C crc = new CRC32C();
    crc.update(of, 0, of.length);
    int plain = (int) crc.getValue();
    int masked = (plain >>> 15 | plain << 17) + 0xa282ead8;
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(masked).array();
  }

  /** Adds an event with one value of a summary. */
  public EventBytes event(double time, long step, Fields value) {
    byte[] summary = message(out -> out.writeByteArray(1, message(value)));
    return frame(
        message(
            out -> {
              out.writeDouble(1, time);
              out.writeInt64(2, step);
              out.writeByteArray(5, summary);
            }));
  }

  /** Adds a scalar. */
  public EventBytes scalar(double time, long step, String tag, double value) {
    return event(
        time,
        step,
        out -> {
          out.writeString(1, tag);
          out.writeFloat(2, (float) value);
        });
  }

  /** Adds a tensor that a plugin shows. */
  public EventBytes tensor(double time, long step, String tag, String plugin, Fields tensor) {
    byte[] named = message(out -> out.writeString(1, plugin));
    return event(
        time,
        step,
        out -> {
          out.writeString(1, tag);
          out.writeByteArray(8, message(tensor));
          out.writeByteArray(9, message(m -> m.writeByteArray(1, named)));
        });
  }

  /** Adds the losses of some steps, a second apart, as {@code train/loss}. */
  public EventBytes losses(double from, long firstStep, long lastStep) {
    for (long step = firstStep; step <= lastStep; step++) {
      scalar(from + step, step, "train/loss", 4.0 / step);
    }
    return this;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
