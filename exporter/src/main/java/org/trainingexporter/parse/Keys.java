package org.trainingexporter.parse;

import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.Signal;

/**
 * The keys of a run's records as a tree, so that a nested key is found without joining its names
 * anew. A node is a number's field, a text that says something, or a structured part.
 */
final class Keys {
  /** Texts that say more than a number. */
  enum Text {
    NONE,
    MODE,
    EVENT,
    ERROR_TYPE,
    ERROR_MESSAGE,
    MODEL_NAME;

    static Text of(String path) {
      return switch (path) {
        case "mode" -> MODE;
        case "event" -> EVENT;
        case "error_type" -> ERROR_TYPE;
        case "error_message" -> ERROR_MESSAGE;
        case "model.name" -> MODEL_NAME;
        default -> NONE;
      };
    }
  }

  /** One key; {@code field} is null for a key past the run's bound. */
  static final class Node {
    final String path;
    final Field field;
    final Text text;
    final Section section;
    private final Map<String, Node> children = new HashMap<>();

    private Node(String path, Field field) {
      this.path = path;
      this.field = field;
      this.text = Text.of(path);
      this.section = Section.of(path);
    }

    /** Whether a text under this key is passed over, whatever it is. */
    boolean ignoresText() {
      return text == Text.NONE && field.signal == Signal.VALUE;
    }
  }

  final Fields fields;
  final Node root = new Node("", null);

  Keys(Fields fields) {
    this.fields = fields;
  }

  /** The node of that name below another. */
  Node below(Node parent, String name) {
    Node known = parent.children.get(name);
    if (known != null) {
      return known;
    }
    String path = parent == root ? name : parent.path + "." + name;
    Field field = fields.of(path);
    Node node = new Node(path, field);
    if (field != null) {
      parent.children.put(name, node);
    }
    return node;
  }
}
