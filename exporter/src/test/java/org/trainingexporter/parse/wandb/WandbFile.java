package org.trainingexporter.parse.wandb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Writes a file as W&B does: messages in chunks of blocks of 32 KiB. */
final class WandbFile {
  private static final int BLOCK = 1 << 15;
  private static final int HEAD = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  WandbFile() {
    out.writeBytes(new byte[] {':', 'W', '&', 'B', (byte) 0xE1, (byte) 0xBE, 0});
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** One step of a run that logs its loss. */
  WandbFile step(int step, double loss) {
    return history("_step", step + "", "loss", loss + "", "_timestamp", 1_763_799_300 + step + "");
  }

  /** Keys and JSON values by turns. */
  WandbFile history(String... items) {
    return add(2, items(items));
  }

  WandbFile config(String... items) {
    return add(5, items(items));
  }

  WandbFile run(String name, long start) {
    byte[] time = message(m -> m.writeInt64(1, start));
    return add(
        17,
        message(
            m -> {
              m.writeString(8, name);
              m.writeByteArray(17, time);
            }));
  }

  WandbFile exit(int code) {
    return add(18, message(m -> m.writeInt32(1, code)));
  }

  WandbFile output(String line) {
    return add(4, message(m -> m.writeString(3, line)));
  }

  private static byte[] items(String... items) {
    return message(
        m -> {
          for (int i = 0; i < items.length; i += 2) {
            String[] path = items[i].split(">", -1);
            String json = items[i + 1];
            m.writeByteArray(
                1,
                message(
                    item -> {
                      for (String name : path) {
                        item.writeString(2, name);
                      }
                      item.writeString(16, json);
                    }));
          }
        });
  }

  /** A record with that field. */
  private WandbFile add(int field, byte[] content) {
    return message(message(m -> m.writeByteArray(field, content)));
  }

  /** The bytes of a message, whatever they are. */
  WandbFile message(byte[] message) {
    int at = 0;
    boolean first = true;
    do {
      int left = BLOCK - out.size() % BLOCK;
      if (left < HEAD) {
        out.writeBytes(new byte[left]);
        left = BLOCK;
      }
      int length = Math.min(left - HEAD, message.length - at);
      boolean last = at + length == message.length;
      chunk(first ? (last ? 1 : 2) : (last ? 4 : 3), message, at, length);
      at += length;
      first = false;
    } while (at < message.length);
    return this;
  }

  /** A chunk of any kind, with its right checksum. */
  WandbFile chunk(int type, byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(bytes, from, length);
    for (int i = 0; i < 4; i++) {
      out.write((int) (crc.getValue() >> (8 * i)));
    }
    out.write(length);
    out.write(length >> 8);
    out.write(type);
    out.write(bytes, from, length);
    return this;
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Writes the fields of a message. */
  @FunctionalInterface
  interface Fields {
    void writeTo(CodedOutputStream message) throws IOException;
  }

  static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream message = CodedOutputStream.newInstance(bytes);
    try {
      fields.writeTo(message);
      message.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
