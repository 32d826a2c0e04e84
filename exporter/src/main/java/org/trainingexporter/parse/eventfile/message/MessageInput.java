package org.trainingexporter.parse.eventfile.message;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One protobuf message, field by field. Nothing that it does not ask for is kept in memory, and
 * what it asks for is bounded. One thread.
 */
final class MessageInput {
  private static final byte[] NOTHING = {};

  private final CodedInputStream in;
  private int tag;

  MessageInput(CodedInputStream in) {
    this.in = in;
  }

  /** The number of the next field; 0 at the message's end. */
  int next() throws IOException {
    tag = in.readTag();
    return WireFormat.getTagFieldNumber(tag);
  }

  private boolean isOf(int wireType) {
    return WireFormat.getTagWireType(tag) == wireType;
  }

  /** Passes the field over. Groups, which no version of these messages has, are malformed. */
  void skip() throws IOException {
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> in.readRawVarint64();
      case WireFormat.WIRETYPE_FIXED64 -> in.skipRawBytes(8);
      case WireFormat.WIRETYPE_FIXED32 -> in.skipRawBytes(4);
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.skipRawBytes(length());
      default -> throw malformed("a group");
    }
  }

  private static IOException malformed(String what) {
    return new InvalidProtocolBufferException(what + " where a field was expected");
  }

  private int length() throws IOException {
    int length = in.readRawVarint32();
    if (length < 0) {
      throw malformed("a negative length");
    }
    return length;
  }

  /** A whole number; the field must be one. */
  long whole() throws IOException {
    if (isOf(WireFormat.WIRETYPE_VARINT)) {
      return in.readRawVarint64();
    }
    throw malformed("another kind of number");
  }

  /** A number of the kind that the field has on the wire. */
  double number() throws IOException {
    return switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_FIXED64 -> in.readDouble();
      case WireFormat.WIRETYPE_FIXED32 -> in.readFloat();
      default -> (double) whole();
    };
  }

  /** Enters a message within; {@link #leave} with the answer goes back. */
  int enter() throws IOException {
    if (!isOf(WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
      throw malformed("a number");
    }
    return in.pushLimit(length());
  }

  void leave(int limit) {
    in.popLimit(limit);
  }

  /** Whether a message or a list that was entered goes on. */
  boolean hasMore() throws IOException {
    return !in.isAtEnd();
  }

  /** Bytes of a list that was entered. */
  double fixed64() throws IOException {
    return in.readDouble();
  }

  double fixed32() throws IOException {
    return in.readFloat();
  }

  long varint() throws IOException {
    return in.readRawVarint64();
  }

  /** Whether the field is a list in one piece, or else a single element of it. */
  boolean isPacked() {
    return isOf(WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  /** The bytes of the field; null where it has more than that, which are then passed over. */
  byte[] bytes(int most) throws IOException {
    if (!isPacked()) {
      throw malformed("a number");
    }
    int length = length();
    if (length > most) {
      in.skipRawBytes(length);
      return null;
    }
    return length == 0 ? NOTHING : in.readRawBytes(length);
  }

  /** A text of at most so many bytes; a longer one is the empty text. */
  String text(int most) throws IOException {
    byte[] bytes = bytes(most);
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
