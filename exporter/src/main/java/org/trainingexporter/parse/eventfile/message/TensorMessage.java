package org.trainingexporter.parse.eventfile.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tensor of numbers, as far as it may be a scalar or a histogram. Used again. One thread. */
public final class TensorMessage {
  private static final int MOST_CONTENT = 8 * NumberList.MOST;
  private static final int MOST_DIMENSIONS = 8;

  private final NumberList numbers = new NumberList();
  private final long[] sizes = new long[MOST_DIMENSIONS];
  private int rank;
  private NumberType type;
  private byte[] content;
  private boolean tooLarge;

  void clear() {
    numbers.clear();
    rank = 0;
    type = NumberType.OTHER;
    content = null;
    tooLarge = false;
  }

  void read(MessageInput in) throws IOException {
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> type = NumberType.of(in.whole());
        case 2 -> readShape(in);
        case 4 -> {
          content = in.bytes(MOST_CONTENT);
          tooLarge |= content == null;
        }
        case 5, 6, 7, 10, 11, 13, 16, 17 -> readValues(in, field);
        default -> in.skip();
      }
    }
    if (content != null && content.length > 0) {
      addContent();
    }
    tooLarge |= numbers.isCut();
  }

  private void readShape(MessageInput in) throws IOException {
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 2) {
        readDimension(in);
      } else {
        in.skip();
      }
    }
    in.leave(outer);
  }

  private void readDimension(MessageInput in) throws IOException {
    int outer = in.enter();
    long size = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        size = in.whole();
      } else {
        in.skip();
      }
    }
    in.leave(outer);
    if (rank < MOST_DIMENSIONS) {
      sizes[rank] = size;
    }
    rank++;
  }

  /** {@code float_val}, {@code double_val} and their like. */
  private void readValues(MessageInput in, int field) throws IOException {
    if (!in.isPacked()) {
      addValue(field, in.number());
      return;
    }
    int outer = in.enter();
    while (in.hasMore()) {
      switch (field) {
        case 5 -> addValue(field, in.fixed32());
        case 6 -> addValue(field, in.fixed64());
        default -> addValue(field, (double) in.varint());
      }
    }
    in.leave(outer);
  }

  /** Numbers of 16 bits stand in {@code half_val} as their bits. */
  private void addValue(int field, double value) {
    numbers.add(field == 13 ? type.ofBits((int) value) : value);
  }

  private void addContent() {
    if (type.bytes == 0 || content.length % type.bytes != 0) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    numbers.clear();
    while (bytes.hasRemaining()) {
      numbers.add(type.read(bytes));
    }
  }

  /** The number of a tensor of one element, as writers leave out a zero; NaN with false below. */
  public double scalar() {
    return numbers.size() == 0 ? 0 : numbers.get(0);
  }

  /** Whether it is one number. */
  public boolean isScalar() {
    boolean one = rank <= MOST_DIMENSIONS;
    for (int i = 0; one && i < rank; i++) {
      one = sizes[i] == 1;
    }
    return one && !tooLarge && type.bytes > 0 && numbers.size() <= 1;
  }

  /** Whether it is a table of rows of that many numbers, all of which are there. */
  public boolean isTable(int columns) {
    return rank == 2
        && sizes[1] == columns
        && !tooLarge
        && sizes[0] * columns == numbers.size()
        && sizes[0] >= 0;
  }

  /** Row by row. */
  public NumberList numbers() {
    return numbers;
  }
}
