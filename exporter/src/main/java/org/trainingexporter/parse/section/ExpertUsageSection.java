package org.trainingexporter.parse.section;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.LogRecord.ExpertLayer;

/**
 * {@code "expert_usage":{"layer_0":{"expert_counts":{"expert_0":611,…},…},…}}: tokens routed to
 * each expert. Where a layer has only percentages, these are read.
 */
public final class ExpertUsageSection implements Section {
  @Override
  public boolean begins(String path) {
    return path.equals("expert_usage");
  }

  @Override
  public KeyRole role() {
    return KeyRole.EXPERTS;
  }

  @Override
  public String read(JsonParser p, String path, LogRecord into, RejectionSink rejections)
      throws IOException {
    if (p.currentToken() != JsonToken.START_OBJECT) {
      return "an object of layers was expected";
    }
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String layer = p.currentName();
      if (p.nextToken() != JsonToken.START_OBJECT) {
        return layer + " is no object";
      }
      readLayer(p, layer, into);
    }
    return null;
  }

  private static void readLayer(JsonParser p, String layer, LogRecord into) throws IOException {
    ExpertLayer counts = null;
    ExpertLayer percentages = null;
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String key = p.currentName();
      p.nextToken();
      if (key.equals("expert_counts") && p.currentToken() == JsonToken.START_OBJECT) {
        counts = readShares(p, layer);
      } else if (key.equals("expert_percentages") && p.currentToken() == JsonToken.START_OBJECT) {
        percentages = readShares(p, layer);
      } else {
        p.skipChildren();
      }
    }
    if (counts != null || percentages != null) {
      into.addExperts(counts != null ? counts : percentages);
    }
  }

  private static ExpertLayer readShares(JsonParser p, String layer) throws IOException {
    List<String> names = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      names.add(p.currentName());
      amounts.add(p.nextToken().isNumeric() ? p.getDoubleValue() : Double.NaN);
      p.skipChildren();
    }
    return shares(layer, names, amounts);
  }

  /** Amounts as shares of their sum; all NaN where the sum is 0. */
  static ExpertLayer shares(String layer, List<String> names, List<Double> amounts) {
    double sum = amounts.stream().filter(Double::isFinite).mapToDouble(a -> a).sum();
    List<Double> load = amounts.stream().map(a -> sum > 0 ? a / sum : Double.NaN).toList();
    return new ExpertLayer(layer, names, load);
  }
}
