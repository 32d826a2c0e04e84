package org.trainingexporter.parse.section;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trainingexporter.event.LogRecord;

/** {@code "load":[[0.0627,…],…]}: a list of shares a layer, or one list for a single layer. */
public final class ExpertLoadSection implements Section {
  @Override
  public boolean begins(String path) {
    return path.equals("load");
  }

  @Override
  public KeyRole role() {
    return KeyRole.EXPERTS;
  }

  @Override
  public String read(JsonParser p, String path, LogRecord into, RejectionSink rejections)
      throws IOException {
    if (p.currentToken() != JsonToken.START_ARRAY) {
      return "a list of shares was expected";
    }
    List<Double> single = new ArrayList<>();
    int layer = 0;
    while (p.nextToken() != JsonToken.END_ARRAY) {
      if (p.currentToken() == JsonToken.START_ARRAY) {
        add(into, layer++, numbers(p));
      } else {
        single.add(p.currentToken().isNumeric() ? p.getDoubleValue() : Double.NaN);
        p.skipChildren();
      }
    }
    if (!single.isEmpty()) {
      add(into, layer, single);
    }
    return null;
  }

  private static List<Double> numbers(JsonParser p) throws IOException {
    List<Double> numbers = new ArrayList<>();
    while (p.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(p.currentToken().isNumeric() ? p.getDoubleValue() : Double.NaN);
      p.skipChildren();
    }
    return numbers;
  }

  private static void add(LogRecord into, int layer, List<Double> amounts) {
    List<String> names = IntStream.range(0, amounts.size()).mapToObj(Integer::toString).toList();
    into.addExperts(ExpertUsageSection.shares(Integer.toString(layer), names, amounts));
  }
}
