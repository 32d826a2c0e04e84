package org.trainingexporter.parse.wandb;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the items of a history or a configuration: a key or a path of names, and a value. */
final class ItemReader {
  private static final int MESSAGE = 1 << 3 | 2;
  private static final int STEP = 2 << 3 | 2;
  private static final String STEP_KEY = "_step";

  private ItemReader() {}

  /** The values of a history; its step is one of them. */
  static ValueTree history(CodedInputStream in) throws IOException {
    ValueTree values = new ValueTree();
    long step = -1;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case MESSAGE -> item(WandbMessage.nested(in), values);
        case STEP -> step = number(WandbMessage.nested(in));
        default -> WandbMessage.skip(in, tag);
      }
    }
    if (step >= 0 && !values.paths().contains(STEP_KEY)) {
      values.put(List.of(STEP_KEY), Long.toString(step));
    }
    return values;
  }

  /** The values of a configuration, without what is removed from it. */
  static ValueTree config(CodedInputStream in) throws IOException {
    ValueTree values = new ValueTree();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == MESSAGE) {
        item(WandbMessage.nested(in), values);
      } else {
        WandbMessage.skip(in, tag);
      }
    }
    return values;
  }

  private static long number(CodedInputStream in) throws IOException {
    long number = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == 1 << 3) {
        number = in.readInt64();
      } else {
        WandbMessage.skip(in, tag);
      }
    }
    return number;
  }

  /** Newer writers may give a value its type instead of its JSON. */
  private static void item(CodedInputStream in, ValueTree into) throws IOException {
    String key = "";
    List<String> path = new ArrayList<>();
    String json = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 | 2 -> key = in.readString();
        case 2 << 3 | 2 -> path.add(in.readString());
        case 4 << 3 -> json = Boolean.toString(in.readBool());
        case 5 << 3 -> json = Long.toString(in.readSInt64());
        case 6 << 3 | 1 -> json = Double.toString(in.readDouble());
        case 7 << 3 | 2 -> json = ValueTree.quoted(in.readString());
        case 8 << 3 | 2, 16 << 3 | 2 -> json = in.readString();
        default -> WandbMessage.skip(in, tag);
      }
    }
    into.put(path.isEmpty() && !key.isEmpty() ? List.of(key) : path, json);
  }
}
