package org.trainingexporter.parse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.json.JsonFactories;

/** Finds out from a file's head whether it is one JSON document, and of which shape. */
final class ShapeFinder {
  /** More keys than these are a vocabulary's, whatever they are called. */
  private static final int MOST_KEYS = 1_000;

  private static final Pattern STATE_NAME =
      Pattern.compile("(?i).*(metrics?|summary|results?|state)(?![a-z]).*");

  /** What Hugging Face's Trainer sums up after the run. */
  private static final Pattern SUMMARY = Pattern.compile("(all|train|eval|test)_results\\.json");

  private final FileHead head;
  private final KeyRegistry keys = new KeyRegistry(Map.of());
  private boolean hasHistory;
  private boolean hasSeries;
  private boolean hasScores;
  private boolean hasNames;
  private boolean hasPlace;
  private boolean hasPlaceList;
  private boolean hasSignal;
  private boolean hasTime;
  private boolean hasFraction;
  private int scalars;

  private ShapeFinder(FileHead head) {
    this.head = head;
  }

  /** The document's shape; empty where the file is none, as lines of JSON are. */
  static Optional<DocumentShape> of(FileHead head) {
    return Optional.ofNullable(new ShapeFinder(head).find());
  }

  private DocumentShape find() {
    boolean isOneLine;
    try (JsonParser p = JsonFactories.document(head.bytes())) {
      JsonToken first = p.nextToken();
      if (first == JsonToken.START_ARRAY) {
        return p.nextToken() == JsonToken.START_OBJECT ? DocumentShape.ARRAY : DocumentShape.NONE;
      }
      if (first != JsonToken.START_OBJECT) {
        return null;
      }
      readObject(p, "");
      if (hasHistory) {
        return DocumentShape.HISTORY;
      }
      isOneLine = p.currentLocation().getLineNr() == 1;
      if (p.nextToken() != null) {
        return null;
      }
    } catch (IOException e) {
      return ofBeginning();
    }
    return ofWhole(isOneLine);
  }

  /** The shape of a document that is cut off, or whose rest is still to be written. */
  private DocumentShape ofBeginning() {
    DocumentShape lists = ofLists();
    return lists != null ? lists : scalars > MOST_KEYS ? DocumentShape.NONE : null;
  }

  private DocumentShape ofLists() {
    if (hasSeries) {
      return DocumentShape.SERIES;
    }
    boolean isRecord = hasPlace && hasSignal;
    boolean isComparison = hasNames && !hasPlaceList;
    return hasScores && !isRecord && !isComparison ? DocumentShape.LISTS : null;
  }

  private DocumentShape ofWhole(boolean isOneLine) {
    DocumentShape lists = ofLists();
    if (lists != null) {
      return lists;
    }
    boolean isRecord = hasPlace && hasSignal && scalars <= MOST_KEYS;
    if (!isRecord || SUMMARY.matcher(head.name()).matches()) {
      return DocumentShape.NONE;
    }
    byte[] bytes = head.bytes();
    boolean isState = hasTime || STATE_NAME.matcher(head.name()).matches();
    if (isOneLine && bytes[bytes.length - 1] == '\n' && (isState || hasFraction)) {
      return null; // the first line of a log of lines, or a line that is overwritten
    }
    return isState ? DocumentShape.STATE : DocumentShape.NONE;
  }

  private void readObject(JsonParser p, String above) throws IOException {
    boolean steps = false;
    boolean values = false;
    for (String name = p.nextFieldName(); name != null; name = p.nextFieldName()) {
      JsonToken token = p.nextToken();
      if (token == JsonToken.START_ARRAY) {
        if (above.isEmpty() && name.equals(DocumentSource.HISTORY)) {
          hasHistory = true;
          return;
        }
        steps |= name.equals("steps");
        values |= name.equals("values");
        readList(p, above + name);
      } else if (token == JsonToken.START_OBJECT) {
        readObject(p, above + name + ".");
        if (hasHistory) {
          return;
        }
      } else {
        readScalar(p, token, above + name);
      }
    }
    hasSeries |= steps && values && !above.isEmpty();
  }

  private void readList(JsonParser p, String path) throws IOException {
    JsonToken first = p.nextToken();
    Field field = keys.of(path);
    boolean isNumber = first.isNumeric() || first == JsonToken.VALUE_NULL;
    if (first == JsonToken.START_ARRAY) {
      isNumber = p.nextToken().isNumeric();
      for (JsonToken t = p.currentToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
        p.skipChildren();
      }
    }
    if (field != null && isNumber) {
      hasScores |= ListEntries.isScore(field);
      hasPlaceList |= field.evidence == Evidence.PLACE || field.signal == Signal.PLANNED_EPOCHS;
    } else if (field != null && first == JsonToken.VALUE_STRING) {
      hasNames |= field.signal != Signal.TIMESTAMP;
    }
    for (JsonToken t = first; t != JsonToken.END_ARRAY; t = p.nextToken()) {
      p.skipChildren();
    }
  }

  private void readScalar(JsonParser p, JsonToken token, String path) throws IOException {
    scalars++;
    Field field = scalars > MOST_KEYS ? null : keys.of(path);
    if (field == null || !token.isNumeric()) {
      hasTime |= field != null && field.signal == Signal.TIMESTAMP;
      return;
    }
    hasPlace |= field.evidence == Evidence.PLACE;
    hasSignal |= field.evidence == Evidence.TRAINING || field.evidence == Evidence.VALIDATION;
    hasSignal |= field.evidence == Evidence.REWARD;
    hasFraction |= token == JsonToken.VALUE_NUMBER_FLOAT;
    hasTime |= field.name.equals("_runtime");
    hasTime |= field.signal == Signal.TIMESTAMP && field.signal.accepts(p.getDoubleValue());
  }
}
