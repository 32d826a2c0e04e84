package org.trainingexporter.parse.record;

import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.event.grammar.KeyGrammar;
import org.trainingexporter.event.grammar.KeyName;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.section.Section;

/**
 * The keys of a run's records as a tree, so that a nested key is found without joining its names
 * each time. One thread.
 */
public final class KeyTree {
  /** One key; {@code field} is null for a key past the run's limit. */
  public static final class KeyNode {
    public final String path;
    public final Field field;
    public final KeyRole textRole;
    public final Section section;

    /** Whether it stands below {@code config} and alike. */
    public final boolean isSetting;

    private final Map<String, KeyNode> children = new HashMap<>();

    private KeyNode(String path, Field field) {
      this.path = path;
      this.field = field;
      this.textRole = KeyRole.ofText(path);
      this.section = Sections.at(path);
      this.isSetting = KeyGrammar.settingsAbove(KeyName.of(path)) != null;
    }

    /** Whether any text under this key is ignored. */
    public boolean ignoresText() {
      return textRole == KeyRole.NONE && (field == null || !field.readsText());
    }
  }

  final KeyRegistry fields;
  public final KeyNode root = new KeyNode("", null);

  KeyTree(KeyRegistry fields) {
    this.fields = fields;
  }

  /** The node of that name below another one, made where it is new. */
  public KeyNode below(KeyNode parent, String name) {
    KeyNode known = parent.children.get(name);
    if (known != null) {
      return known;
    }
    String path = parent == root ? name : parent.path + "." + name;
    Field field = fields.of(path);
    KeyNode node = new KeyNode(path, field);
    if (field != null) {
      parent.children.put(name, node);
    }
    return node;
  }
}
