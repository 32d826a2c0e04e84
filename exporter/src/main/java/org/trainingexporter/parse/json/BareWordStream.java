package org.trainingexporter.parse.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A JSON document with {@link BareWords} replaced as it is read, in bounded memory. One thread. */
final class BareWordStream extends InputStream {
  private static final int BLOCK = 1 << 14;

  /** No word grows to more than so many times its bytes. */
  private static final int GROWTH = 4;

  private final InputStream source;
  private final byte[] in = new byte[BLOCK];
  private final byte[] out = new byte[GROWTH * BLOCK + BareWords.LONGEST * GROWTH];
  private final byte[] word = new byte[BareWords.LONGEST];
  private int from;
  private int to;

  /** Bytes of the word that is being read; more than fit where it is none to replace. */
  private int length;

  private boolean inText;
  private boolean escaped;
  private boolean ended;

  BareWordStream(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return fill() ? out[from++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(most, to - from);
    System.arraycopy(out, from, into, offset, count);
    from += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (from == to && !ended) {
      from = 0;
      to = 0;
      int count = source.read(in, 0, BLOCK);
      ended = count < 0;
      for (int i = 0; i < count; i++) {
        accept(in[i]);
      }
      if (ended) {
        endWord();
      }
    }
    return from < to;
  }

  private void accept(byte b) {
    if (inText) {
      inText = b != '"' || escaped;
      escaped = b == '\\' && !escaped;
    } else if (BareWords.endsWord(b)) {
      endWord();
      inText = b == '"';
    } else {
      addToWord(b);
      return;
    }
    out[to++] = b;
  }

  private void addToWord(byte b) {
    if (length < word.length) {
      word[length++] = b;
      return;
    }
    if (length == word.length) {
      flush();
      length++;
    }
    out[to++] = b;
  }

  private void endWord() {
    if (length > 0 && length <= word.length) {
      boolean isNumber = word[length - 1] >= '0' && word[length - 1] <= '9';
      String json =
          isNumber
              ? null
              : BareWords.json(new String(word, 0, length, StandardCharsets.ISO_8859_1));
      if (json == null) {
        flush();
      } else {
        for (int i = 0; i < json.length(); i++) {
          out[to++] = (byte) json.charAt(i);
        }
      }
    }
    length = 0;
  }

  private void flush() {
    System.arraycopy(word, 0, out, to, length);
    to += length;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
