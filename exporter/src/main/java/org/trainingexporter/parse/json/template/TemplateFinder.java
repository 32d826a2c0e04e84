package org.trainingexporter.parse.json.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.parse.record.KeyTree;

/** Makes the template of a line that the JSON parser has read as one object. */
final class TemplateFinder {
  private final KeyTree keys;
  private final byte[] bytes;
  private final List<byte[]> between = new ArrayList<>();
  private final List<KeyTree.KeyNode> nodes = new ArrayList<>();
  private boolean hasTexts;
  private int at;
  private int afterValue;

  private TemplateFinder(KeyTree keys, byte[] bytes, int from) {
    this.keys = keys;
    this.bytes = bytes;
    this.at = from;
    this.afterValue = from;
  }

  /** Null where the line holds more than plain keys with numbers, texts or objects of these. */
  static LineTemplate find(KeyTree keys, byte[] bytes, int from) {
    TemplateFinder finder = new TemplateFinder(keys, bytes, from);
    if (!finder.walkObject(keys.root)) {
      return null;
    }
    finder.cut();
    return new LineTemplate(finder.between, finder.nodes, finder.hasTexts);
  }

  /** Ends the bytes between two values. */
  private void cut() {
    between.add(Arrays.copyOfRange(bytes, afterValue, at));
  }

  private boolean walkObject(KeyTree.KeyNode parent) {
    for (at++; ; ) {
      skip(" \t\r,");
      if (bytes[at] == '}') {
        at++;
        return true;
      }
      int from = at + 1;
      if (!walkText()) {
        return false;
      }
      String name = new String(bytes, from, at - 1 - from, StandardCharsets.US_ASCII);
      skip(" \t\r:");
      if (!walkValue(keys.below(parent, name))) {
        return false;
      }
    }
  }

  private boolean walkValue(KeyTree.KeyNode node) {
    if (node.field == null || node.section != null || bytes[at] == '[') {
      return false;
    }
    if (bytes[at] == '{') {
      return walkObject(node);
    }
    cut();
    nodes.add(node);
    if (bytes[at] == '"') {
      hasTexts = true;
      if (!walkText()) {
        return false;
      }
    } else {
      while (" \t\r,}".indexOf(bytes[at]) < 0) {
        at++;
      }
    }
    afterValue = at;
    return true;
  }

  /** Steps over a text of plain ASCII; false for any other. */
  private boolean walkText() {
    for (at++; bytes[at] != '"'; at++) {
      if (bytes[at] < ' ' || bytes[at] == '\\') {
        return false;
      }
    }
    at++;
    return true;
  }

  private void skip(String what) {
    while (what.indexOf(bytes[at]) >= 0) {
      at++;
    }
  }
}
