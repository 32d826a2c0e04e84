package org.trainingexporter.parse.text.table;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.NumberText;
import org.trainingexporter.parse.text.value.ValueScan;

/**
 * Lines without names whose shape says what the numbers are: one row a writer. Anything else is no
 * known shape. One thread.
 */
public final class KnownRows {
  /** build-nanogpt: {@code 250 val 5.1}. */
  private static final Map<String, String> SETS =
      Map.of("train", "loss", "val", "val_loss", "hella", "hella");

  /** llm.c: {@code s:10 trl:9.5 lr:0.0001 norm:1.2}. */
  private static final Map<String, String> SHORT =
      Map.of(
          "s",
          "step",
          "trl",
          "train_loss",
          "tel",
          "val_loss",
          "lr",
          "lr",
          "norm",
          "grad_norm",
          "eval",
          "hellaswag");

  /** YOLOv5's results.txt, behind epoch and memory. */
  private static final String[] YOLO = {
    "train/box_loss",
    "train/obj_loss",
    "train/cls_loss",
    "total_loss",
    "targets",
    "img_size",
    "metrics/precision",
    "metrics/recall",
    "metrics/mAP_0.5",
    "metrics/mAP_0.5:0.95",
    "val/box_loss",
    "val/obj_loss",
    "val/cls_loss"
  };

  /** Darknet: {@code 100: 3.2, 3.1 avg loss, 0.001 rate, 3.4 seconds, 6400 images}. */
  private static final Pattern DARKNET =
      Pattern.compile("(\\d+):\\s(\\S+),\\s(\\S+)\\savg(?:\\sloss)?,\\s(\\S+)\\srate,\\s.*");

  private static final int LONGEST = 300;

  private final NumberText number = new NumberText();

  /** Reads the line where it is of a known shape. */
  public boolean read(byte[] b, int from, int to, NamedValues into) {
    int start = ValueScan.skipBlanks(b, from, to);
    if (to - start < 5 || to - start > LONGEST) {
      return false;
    }
    boolean named = b[start] == 's' && b[start + 1] == ':';
    if (!named && !ByteKinds.isDigit(b[start])) {
      return false;
    }
    if (!named && !mayBeRow(b, start, to)) {
      return false;
    }
    String[] cells =
        new String(b, start, to - start, StandardCharsets.ISO_8859_1).strip().split("\\s+");
    into.clear();
    boolean read =
        named
            ? readShort(cells, into)
            : readSet(cells, into) || readYolo(cells, into) || readDarknet(cells, into);
    if (!read) {
      into.clear();
    }
    return read;
  }

  /** A number and one of the sets, or an epoch with its plan and a memory in gigabytes. */
  private static boolean mayBeRow(byte[] b, int from, int to) {
    int p = from;
    boolean slash = false;
    while (p < to && (ByteKinds.isDigit(b[p]) || b[p] == '/')) {
      slash |= b[p] == '/';
      p++;
    }
    boolean colon = p < to && b[p] == ':';
    int next = ValueScan.skipBlanks(b, colon ? p + 1 : p, to);
    if (colon && next < to) {
      return ByteKinds.isDigit(b[next]) || b[next] == '-' || b[next] == 'n';
    }
    if (next == p || next == to) {
      return false;
    }
    while (slash && next < to && (ByteKinds.isDigit(b[next]) || b[next] == '.')) {
      next++;
    }
    return next < to && (slash ? b[next] == 'G' : "tvh".indexOf(b[next]) >= 0);
  }

  private boolean readShort(String[] cells, NamedValues into) {
    for (String cell : cells) {
      int colon = cell.indexOf(':');
      String name = colon < 0 ? null : SHORT.get(cell.substring(0, colon));
      if (name == null || !add(name, cell.substring(colon + 1), into)) {
        return false;
      }
    }
    return cells.length > 1;
  }

  private boolean readSet(String[] cells, NamedValues into) {
    return cells.length == 3
        && SETS.containsKey(cells[1])
        && add("step", cells[0], into)
        && number.isWhole
        && add(SETS.get(cells[1]), cells[2], into);
  }

  private boolean readYolo(String[] cells, NamedValues into) {
    if (cells.length != YOLO.length + 2
        || !cells[0].matches("\\d+/\\d+")
        || !cells[1].matches("[\\d.]+G")) {
      return false;
    }
    int slash = cells[0].indexOf('/');
    add("epoch", cells[0].substring(0, slash), into);
    add("num_train_epochs", cells[0].substring(slash + 1), into);
    for (int i = 0; i < YOLO.length; i++) {
      if (!add(YOLO[i], cells[i + 2], into)) {
        return false;
      }
    }
    return true;
  }

  /** The loss is its running mean; the batch's own goes before it. */
  private boolean readDarknet(String[] cells, NamedValues into) {
    Matcher row = DARKNET.matcher(String.join(" ", cells));
    return row.matches()
        && add("step", row.group(1), into)
        && add("batch_loss", row.group(2), into)
        && add("loss", row.group(3), into)
        && add("lr", row.group(4), into);
  }

  private boolean add(String name, String cell, NamedValues into) {
    byte[] bytes = (cell + " ").getBytes(StandardCharsets.ISO_8859_1);
    if (cell.isEmpty() || number.read(bytes, 0, bytes.length - 1) != bytes.length - 1) {
      return false;
    }
    into.add(name, number.value);
    return true;
  }
}
