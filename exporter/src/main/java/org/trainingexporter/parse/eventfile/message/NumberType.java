package org.trainingexporter.parse.eventfile.message;

import java.nio.ByteBuffer;

/** TensorFlow's types of numbers, by their numbers in {@code DataType}. */
enum NumberType {
  FLOAT(1, 4),
  DOUBLE(2, 8),
  INT32(3, 4),
  UINT8(4, 1),
  INT16(5, 2),
  INT8(6, 1),
  INT64(9, 8),
  BOOL(10, 1),
  BFLOAT16(14, 2),
  UINT16(17, 2),
  HALF(19, 2),
  UINT32(22, 4),
  UINT64(23, 8),
  /** A text, a complex number, a resource. */
  OTHER(0, 0);

  private static final NumberType[] ALL = values();

  private final int number;

  /** Of one number; 0 for what is none. */
  final int bytes;

  NumberType(int number, int bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  static NumberType of(long number) {
    for (NumberType type : ALL) {
      if (type.number == number) {
        return type;
      }
    }
    return OTHER;
  }

  /** The next number of a tensor's content. */
  double read(ByteBuffer from) {
    return switch (this) {
      case FLOAT -> from.getFloat();
      case DOUBLE -> from.getDouble();
      case INT32 -> from.getInt();
      case UINT8, BOOL -> from.get() & 0xff;
      case INT8 -> from.get();
      case INT16 -> from.getShort();
      case UINT16 -> from.getShort() & 0xffff;
      case BFLOAT16, HALF -> ofBits(from.getShort() & 0xffff);
      case UINT32 -> from.getInt() & 0xffffffffL;
      case INT64, UINT64 -> from.getLong();
      case OTHER -> Double.NaN;
    };
  }

  /** A number of 16 bits. */
  double ofBits(int bits) {
    return this == BFLOAT16 ? Float.intBitsToFloat(bits << 16) : half(bits);
  }

  private static double half(int bits) {
    int exponent = bits >>> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return (bits & 0x8000) == 0 ? size : -size;
  }
}
