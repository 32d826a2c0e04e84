package org.trainingexporter.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A second reading of the text of the driver's stand-in: what stands there of one card. */
record CardText(Map<String, String> values) {
  static List<CardText> of(String text) {
    List<CardText> cards = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", 2);
      if (line.equals("card")) {
        cards.add(new CardText(new HashMap<>()));
      } else if (!cards.isEmpty()) {
        cards.get(cards.size() - 1).values.put(words[0], words[1]);
      }
    }
    return cards;
  }

  /** NaN where the card does not say it. */
  double number(String key) {
    return Double.parseDouble(values.getOrDefault(key, "NaN"));
  }

  /** The sum of the words of a line, from one on, to another. */
  double sum(String key, int from, int to) {
    String[] words = values.getOrDefault(key, "NaN NaN NaN NaN").split(" ", -1);
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += Double.parseDouble(words[i]);
    }
    return sum;
  }
}
