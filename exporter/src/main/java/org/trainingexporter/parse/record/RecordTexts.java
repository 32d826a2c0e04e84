package org.trainingexporter.parse.record;

import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.grammar.SetTexts;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.NonNumeric;
import org.trainingexporter.parse.section.KeyRole;

/** What the texts of a record say of it. */
final class RecordTexts {
  private static final int LONGEST_SHOWN = 60;

  private RecordTexts() {}

  /** Adds what the text says by the role of its key; {@code field} is null past the run's bound. */
  static void add(KeyRole role, String key, Field field, String text, LogRecord into) {
    switch (role) {
      case MODE -> {
        addSet(key, field, text, into);
        if (text.equals("val")) {
          into.setCountsBatches();
        }
      }
      case SET -> addSet(key, field, text, into);
      case EVENT -> {
        addSet(key, field, text, into);
        addEnd(text, into);
      }
      case ERROR_TYPE -> into.setError(text);
      case ERROR_MESSAGE -> into.setErrorMessage(text);
      case MODEL_NAME -> into.setModelName(shorten(text));
      default -> {}
    }
  }

  private static void addEnd(String event, LogRecord into) {
    EarlyEnd early = EarlyEnd.of(event);
    if (early != null) {
      into.setEarlyEnd(early);
    } else if (event.equals("done")) {
      into.setEnded();
    }
  }

  private static void addSet(String key, Field field, String text, LogRecord into) {
    NamedSet set = SetTexts.of(text);
    if (set != NamedSet.NONE) {
      into.setSet(set, SetTexts.precedence(key));
      if (field != null) {
        field.sawOther(NonNumeric.SET);
      }
    }
  }

  static String shorten(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
