package org.trainingexporter.parse.eventfile.message;

import com.google.protobuf.ByteString;

/** One value of a summary, with the tag that names it. Used again. One thread. */
public final class SummaryValue {
  /** What it holds, as it is written. */
  public enum Content {
    /** An image, a sound, or nothing. */
    OTHER,
    SCALAR,
    HISTOGRAM,
    TENSOR
  }

  ByteString tag;
  Content content;
  double scalar;
  String plugin;
  final HistogramMessage histogram = new HistogramMessage();
  final TensorMessage tensor = new TensorMessage();

  void clear() {
    tag = ByteString.EMPTY;
    content = Content.OTHER;
    scalar = 0;
    plugin = "";
  }

  /** Empty where it has none, or a longer one than is read. */
  public ByteString tag() {
    return tag;
  }

  public Content content() {
    return content;
  }

  public double scalar() {
    return scalar;
  }

  public HistogramMessage histogram() {
    return histogram;
  }

  public TensorMessage tensor() {
    return tensor;
  }

  /** The plugin that shows it, where its metadata says so: writers may do that once for a tag. */
  public String plugin() {
    return plugin;
  }
}
