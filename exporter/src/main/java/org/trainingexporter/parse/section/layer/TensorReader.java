package org.trainingexporter.parse.section.layer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.parse.number.TokenNumbers;
import org.trainingexporter.parse.section.RejectionSink;

/**
 * {@code {"mean":…,"std":…,"norm":…,"histogram":{"lower":…,"upper":…,"counts":[…]}}}: one tensor of
 * a layer. An implausible value costs itself alone.
 */
final class TensorReader {
  private final TensorReading into;
  private final LayerReadings all;
  private final RejectionSink rejections;

  TensorReader(TensorReading into, LayerReadings all, RejectionSink rejections) {
    this.into = into;
    this.all = all;
    this.rejections = rejections;
  }

  /** Reads to the object's end. */
  void read(JsonParser p) throws IOException {
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String key = p.currentName();
      Statistic statistic = Statistic.of(key);
      if (p.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      if (statistic != null) {
        readNumber(p, statistic, key);
      } else if (key.equals("histogram")) {
        new HistogramReader(into, rejections.below(key)).readFixed(p);
      } else {
        p.skipChildren();
      }
    }
  }

  private void readNumber(JsonParser p, Statistic statistic, String key) throws IOException {
    double value = TokenNumbers.read(p);
    if (statistic.accepts(value) && Double.isFinite(value)) {
      into.set(statistic, value);
    } else if (TokenNumbers.isNonFinite(p)) {
      into.set(statistic, value);
      all.setNonFinite();
    } else if (Double.isNaN(value)) {
      boolean text = p.currentToken() == JsonToken.VALUE_STRING;
      Rejection reason = text ? Rejection.NOT_A_NUMBER : Rejection.WRONG_SHAPE;
      rejections.reject(reason, key, "a number was expected");
      p.skipChildren();
    } else {
      rejections.reject(Rejection.OUT_OF_RANGE, key, p.getText() + " cannot be");
    }
  }
}
