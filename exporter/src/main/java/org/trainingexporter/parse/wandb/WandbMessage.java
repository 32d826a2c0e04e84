package org.trainingexporter.parse.wandb;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * One message of the file, as W&B's {@code Record} declares it; fields that tell nothing of a
 * training are passed over.
 *
 * @param values of a history or a configuration
 * @param run what a run's record says
 * @param exitCode of an exit, 0 for success
 */
record WandbMessage(Kind kind, ValueTree values, RunMessage run, int exitCode) {
  /** What a message is. */
  enum Kind {
    HISTORY,
    CONFIG,
    RUN,
    EXIT,
    /** A printed line, a sample of the machine or a summary. */
    COUNTED,
    /** Nothing of a run. */
    NONE
  }

  /** The fields of {@code Record} by number. */
  private static final int HISTORY = 2;

  private static final int SUMMARY = 3;
  private static final int OUTPUT = 4;
  private static final int CONFIG = 5;
  private static final int STATS = 7;
  private static final int OUTPUT_RAW = 13;
  private static final int RUN = 17;
  private static final int EXIT = 18;

  /** Reads a message; one that names several things is the first of them. */
  static WandbMessage read(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      boolean nested = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      int field = nested ? WireFormat.getTagFieldNumber(tag) : 0;
      switch (field) {
        case HISTORY -> {
          return values(Kind.HISTORY, ItemReader.history(nested(in)));
        }
        case CONFIG -> {
          return values(Kind.CONFIG, ItemReader.config(nested(in)));
        }
        case RUN -> {
          return run(nested(in));
        }
        case EXIT -> {
          return new WandbMessage(Kind.EXIT, new ValueTree(), RunMessage.NONE, exit(nested(in)));
        }
        case SUMMARY, OUTPUT, STATS, OUTPUT_RAW -> {
          return values(Kind.COUNTED, new ValueTree());
        }
        default -> skip(in, tag);
      }
    }
    return values(Kind.NONE, new ValueTree());
  }

  private static WandbMessage values(Kind kind, ValueTree values) {
    return new WandbMessage(kind, values, RunMessage.NONE, 0);
  }

  /** The bytes of a nested message, which are those of the message around it. */
  static CodedInputStream nested(CodedInputStream in) throws IOException {
    return in.readBytes().newCodedInput();
  }

  /** Passes over a field; groups, which W&B's messages do not have, end the message. */
  static void skip(CodedInputStream in, int tag) throws IOException {
    int type = WireFormat.getTagWireType(tag);
    boolean isGroup =
        type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP;
    if (isGroup || !in.skipField(tag)) {
      throw new InvalidProtocolBufferException("a group");
    }
  }

  private static WandbMessage run(CodedInputStream in) throws IOException {
    ValueTree config = new ValueTree();
    String name = "";
    String project = "";
    double start = Double.NaN;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 3 << 3 | 2 -> project = in.readString();
        case 4 << 3 | 2 -> config = ItemReader.config(nested(in));
        case 8 << 3 | 2 -> name = in.readString();
        case 17 << 3 | 2 -> start = time(nested(in));
        default -> skip(in, tag);
      }
    }
    config.putText("wandb_project", project);
    return new WandbMessage(Kind.RUN, config, new RunMessage(name, start), 0);
  }

  private static double time(CodedInputStream in) throws IOException {
    double seconds = Double.NaN;
    double nanos = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 -> seconds = in.readInt64();
        case 2 << 3 -> nanos = in.readInt32();
        default -> skip(in, tag);
      }
    }
    boolean isTime = seconds > 0 && seconds < 7_258_118_400L;
    return isTime ? seconds + nanos / 1e9 : Double.NaN;
  }

  private static int exit(CodedInputStream in) throws IOException {
    int code = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == 1 << 3) {
        code = in.readInt32();
      } else {
        skip(in, tag);
      }
    }
    return code;
  }
}
