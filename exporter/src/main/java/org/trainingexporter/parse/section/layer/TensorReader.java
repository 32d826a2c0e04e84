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
 * a layer. A value that cannot be meant costs itself alone.
 */
final class TensorReader {
  private final TensorReading into;
  private final String path;
  private final LayerReadings all;
  private final RejectionSink complaints;

  TensorReader(TensorReading into, String path, LayerReadings all, RejectionSink complaints) {
    this.into = into;
    this.path = path;
    this.all = all;
    this.complaints = complaints;
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
        new HistogramReader(into, this::rejectHistogram).readFixed(p);
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
      reject(reason, key, "a number was expected");
      p.skipChildren();
    } else {
      reject(Rejection.OUT_OF_RANGE, key, p.getText() + " cannot be");
    }
  }

  private void rejectHistogram(Rejection reason, String key, String detail) {
    reject(reason, key.isEmpty() ? "histogram" : "histogram." + key, detail);
  }

  private void reject(Rejection reason, String key, String detail) {
    String place = LayerNames.key(path, into.layer(), into.tensor().label, key);
    complaints.reject(reason, place, detail);
  }
}
