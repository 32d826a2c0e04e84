package org.trainingexporter.http.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Encodes UTF-8 into a small buffer of its own, several times faster than an {@code
 * OutputStreamWriter} for the many short ASCII pieces of a scrape. A surrogate without its pair
 * becomes {@code ?}. For one thread.
 */
public final class Utf8Writer extends Writer {
  private static final int BUFFER_BYTES = 8192;
  private static final int LONGEST_CHARACTER = 4;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final OutputStream out;
  private int size;
  // The end of the fast path; 0 while a high surrogate waits for its pair.
  private int limit = BUFFER_BYTES;
  private char highSurrogate;

  public Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int character) throws IOException {
    if (character < 0x80 && size < limit) {
      buffer[size++] = (byte) character;
    } else {
      encode((char) character);
    }
  }

  @Override
  public Writer append(char character) throws IOException {
    if (character < 0x80 && size < limit) {
      buffer[size++] = (byte) character;
    } else {
      encode(character);
    }
    return this;
  }

  @Override
  public void write(String text) throws IOException {
    write(text, 0, text.length());
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    int i = offset;
    int end = offset + length;
    while (i < end) {
      i = copyAscii(text, i, end);
      if (i < end) {
        encode(text.charAt(i++));
      }
    }
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(text[i]);
    }
  }

  /**
   * Copies until a character is not ASCII or the buffer is full.
   *
   * @return the index of the first character that was not copied
   */
  private int copyAscii(String text, int from, int end) {
    byte[] target = buffer;
    int shift = size - from;
    int stop = Math.min(end, limit - shift);
    int i = from;
    for (char c; i < stop && (c = text.charAt(i)) < 0x80; i++) {
      target[i + shift] = (byte) c;
    }
    size = i + shift;
    return i;
  }

  private void encode(char character) throws IOException {
    if (size > BUFFER_BYTES - LONGEST_CHARACTER) {
      drain();
    }
    if (highSurrogate != 0) {
      char high = highSurrogate;
      highSurrogate = 0;
      limit = BUFFER_BYTES;
      if (Character.isLowSurrogate(character)) {
        put(Character.toCodePoint(high, character));
        return;
      }
      buffer[size++] = '?';
      write(character);
    } else if (Character.isHighSurrogate(character)) {
      highSurrogate = character;
      limit = 0;
    } else {
      put(Character.isLowSurrogate(character) ? '?' : character);
    }
  }

  private void put(int codePoint) {
    if (codePoint < 0x80) {
      buffer[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      buffer[size++] = (byte) (0xC0 | (codePoint >> 6));
      putTail(codePoint);
    } else if (codePoint < 0x10000) {
      buffer[size++] = (byte) (0xE0 | (codePoint >> 12));
      putTail(codePoint >> 6);
      putTail(codePoint);
    } else {
      buffer[size++] = (byte) (0xF0 | (codePoint >> 18));
      putTail(codePoint >> 12);
      putTail(codePoint >> 6);
      putTail(codePoint);
    }
  }

  private void putTail(int bits) {
    buffer[size++] = (byte) (0x80 | (bits & 0x3F));
  }

  private void drain() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  /** Passes on what is buffered here, but does not flush the stream below. */
  @Override
  public void flush() throws IOException {
    drain();
  }

  @Override
  public void close() throws IOException {
    drain();
    if (highSurrogate != 0) {
      out.write('?');
    }
    out.close();
  }
}
