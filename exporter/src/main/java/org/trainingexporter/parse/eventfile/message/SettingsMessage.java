package org.trainingexporter.parse.eventfile.message;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.StringJoiner;
import org.trainingexporter.event.setting.SettingCollector;

/** The hyperparameters of a session, as the plugin {@code hparams} has them. Stateless. */
final class SettingsMessage {
  private static final int LONGEST = 4_000;
  private static final int MOST_ELEMENTS = 100;

  private record SettingText(String text, boolean isText) {
    static final SettingText NONE = new SettingText("", false);
  }

  private SettingsMessage() {}

  /** Adds the settings of the plugin's data; other data of the plugin holds none. */
  static void read(byte[] pluginData, SettingCollector to) throws IOException {
    MessageInput in = new MessageInput(CodedInputStream.newInstance(pluginData));
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 3) {
        int outer = in.enter();
        readSession(in, to);
        in.leave(outer);
      } else {
        in.skip();
      }
    }
  }

  private static void readSession(MessageInput in, SettingCollector to) throws IOException {
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        int outer = in.enter();
        readEntry(in, to);
        in.leave(outer);
      } else {
        in.skip();
      }
    }
  }

  private static void readEntry(MessageInput in, SettingCollector to) throws IOException {
    String key = "";
    SettingText setting = SettingText.NONE;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> key = in.text(LONGEST);
        case 2 -> {
          int outer = in.enter();
          setting = readValue(in, true);
          in.leave(outer);
        }
        default -> in.skip();
      }
    }
    to.add(key, setting.text, setting.isText);
  }

  /** A number, a text, a truth value or a list of these; what lies deeper is not read. */
  private static SettingText readValue(MessageInput in, boolean mayBeList) throws IOException {
    SettingText value = SettingText.NONE;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 2 -> value = new SettingText(shown(in.number()), false);
        case 3 -> value = new SettingText(in.text(LONGEST), true);
        case 4 -> value = new SettingText(Boolean.toString(in.whole() != 0), false);
        case 6 -> {
          if (mayBeList) {
            int outer = in.enter();
            value = readList(in);
            in.leave(outer);
          } else {
            in.skip();
          }
        }
        default -> in.skip();
      }
    }
    return value;
  }

  private static SettingText readList(MessageInput in) throws IOException {
    StringJoiner elements = new StringJoiner(", ", "[", "]");
    boolean hasText = false;
    for (int field = in.next(), count = 0; field != 0; field = in.next(), count++) {
      if (field == 1 && count < MOST_ELEMENTS) {
        int outer = in.enter();
        SettingText element = readValue(in, false);
        in.leave(outer);
        elements.add(element.text.isEmpty() ? "…" : element.text);
        hasText |= element.isText;
      } else {
        in.skip();
      }
    }
    return new SettingText(elements.toString(), hasText);
  }

  /** Whole numbers without a point: the plugin knows no others than doubles. */
  private static String shown(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? BigDecimal.valueOf((long) number).toString() : Double.toString(number);
  }
}
