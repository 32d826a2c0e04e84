package org.trainingexporter.parse.section.layer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.parse.number.TokenNumbers;
import org.trainingexporter.parse.section.RejectionSink;

/**
 * A histogram of a tensor, as layer records have it or as {@code {"bins":[n+1 edges],"values":[n
 * counts]}}. An implausible one is rejected whole, once.
 */
final class HistogramReader {
  private static final int MOST_EDGES = 1_025;

  private final TensorReading into;
  private final RejectionSink rejections;
  private double lower = Double.NaN;
  private double upper = Double.NaN;
  private double[] edges = {};
  private int edgeCount;
  private boolean rejected;

  HistogramReader(TensorReading into, RejectionSink rejections) {
    this.into = into;
    this.rejections = rejections;
  }

  /** Bins of equal width, as many as layer records have. */
  void readFixed(JsonParser p) throws IOException {
    if (read(p)) {
      if (into.bins() != TensorReading.BINS) {
        String wrong = into.bins() + " counts where " + TensorReading.BINS + " were expected";
        reject(Rejection.WRONG_SHAPE, "counts", wrong);
      } else if (!TensorReading.isRange(lower, upper, TensorReading.BINS)) {
        reject(Rejection.OUT_OF_RANGE, "lower", lower + " to " + upper + " is no range");
      } else {
        into.setRange(lower, upper);
      }
    }
    end();
  }

  /** Bins between the edges that are given. */
  void readEdges(JsonParser p) throws IOException {
    if (read(p)) {
      if (into.bins() == 0 || edgeCount != into.bins() + 1) {
        String wrong = into.bins() + " values between " + edgeCount + " edges";
        reject(Rejection.WRONG_SHAPE, "values", wrong);
      } else if (!areRising()) {
        reject(Rejection.OUT_OF_RANGE, "bins", "edges must be finite and rise");
      } else {
        into.setEdges(Arrays.copyOf(edges, edgeCount));
      }
    }
    end();
  }

  private void end() {
    if (rejected) {
      into.dropHistogram();
    }
  }

  private void reject(Rejection reason, String key, String wrong) {
    if (!rejected) {
      rejections.reject(reason, key, wrong);
    }
    rejected = true;
  }

  /** Reads to the end of the object; true when nothing was rejected. */
  private boolean read(JsonParser p) throws IOException {
    if (p.currentToken() != JsonToken.START_OBJECT) {
      reject(Rejection.WRONG_SHAPE, "", "an object was expected");
      p.skipChildren();
      return false;
    }
    into.dropHistogram();
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String key = p.currentName();
      p.nextToken();
      switch (key) {
        case "lower" -> lower = TokenNumbers.read(p);
        case "upper" -> upper = TokenNumbers.read(p);
        case "counts", "values" -> readCounts(p, key);
        case "bins" -> readBins(p);
        default -> p.skipChildren();
      }
    }
    return !rejected;
  }

  private void readCounts(JsonParser p, String key) throws IOException {
    into.dropHistogram();
    if (p.currentToken() != JsonToken.START_ARRAY) {
      reject(Rejection.WRONG_SHAPE, key, "a list of counts was expected");
      p.skipChildren();
      return;
    }
    for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
      double count = TokenNumbers.read(p);
      if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
        String shown = t.isScalarValue() ? p.getText() : "what is no number";
        reject(Rejection.OUT_OF_RANGE, key, shown + " is no count");
        p.skipChildren();
      } else if (!into.addCount(count)) {
        reject(Rejection.WRONG_SHAPE, key, "too many bins");
      }
    }
  }

  private void readBins(JsonParser p) throws IOException {
    edgeCount = 0;
    if (p.currentToken() != JsonToken.START_ARRAY) {
      reject(Rejection.WRONG_SHAPE, "bins", "a list of edges was expected");
      p.skipChildren();
      return;
    }
    while (p.nextToken() != JsonToken.END_ARRAY) {
      double edge = TokenNumbers.read(p);
      p.skipChildren();
      if (edgeCount == MOST_EDGES) {
        reject(Rejection.WRONG_SHAPE, "bins", "too many bins");
        continue;
      }
      if (edgeCount == edges.length) {
        edges = Arrays.copyOf(edges, Math.max(80, 2 * edgeCount));
      }
      edges[edgeCount++] = edge;
    }
  }

  private boolean areRising() {
    for (int i = 1; i < edgeCount; i++) {
      if (!TensorReading.isRange(edges[i - 1], edges[i], 1)) {
        return false;
      }
    }
    return TensorReading.isRange(edges[0], edges[edgeCount - 1], TensorReading.BINS);
  }
}
