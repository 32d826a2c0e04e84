package org.trainingexporter.parse.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.record.RecordReader;

/** One list of a document. One thread. */
final class Column {
  private enum Shape {
    ABSENT,
    NUMBER,
    TEXT
  }

  final String path;
  private double[] numbers = new double[16];
  private Shape[] shapes = new Shape[16];
  private final Map<Integer, String> texts = new HashMap<>();
  private int size;

  Column(String path) {
    this.path = path;
  }

  void addNumber(double value) {
    add(Shape.NUMBER, value);
  }

  void addText(String text) {
    texts.put(size, text);
    add(Shape.TEXT, Double.NaN);
  }

  /** An element without a value. */
  void addNothing() {
    add(Shape.ABSENT, Double.NaN);
  }

  private void add(Shape shape, double value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      shapes = Arrays.copyOf(shapes, 2 * size);
    }
    numbers[size] = value;
    shapes[size++] = shape;
  }

  int size() {
    return size;
  }

  /** The number at that index; NaN where there is none. */
  double number(int i) {
    return i < size ? numbers[i] : Double.NaN;
  }

  /** Adds what stands at that index to a record, under that field. */
  void addTo(LogRecord record, int i, Field field, RecordReader reader) {
    Shape shape = i < size && field != null ? shapes[i] : Shape.ABSENT;
    switch (shape) {
      case NUMBER -> reader.addNumber(field, numbers[i], record);
      case TEXT -> {
        if (!field.isLenient()) {
          reader.addText(field, texts.get(i), record);
        }
      }
      case ABSENT -> {}
    }
  }
}
