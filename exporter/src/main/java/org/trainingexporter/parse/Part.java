package org.trainingexporter.parse;

/** What a key means whose values are more than numbers, for those who ask how a log was read. */
public enum Part {
  /** It is left over. */
  NONE,
  MODE,
  EVENT,
  ERROR_TYPE,
  ERROR_MESSAGE,
  MODEL_NAME,
  EXPERTS,
  LAYERS;

  /** The part that stands under the key, nested names joined by dots. */
  public static Part of(String path) {
    Section section = Section.of(path);
    if (section != null) {
      return section.part();
    }
    return valueOf(Keys.Text.of(path).name());
  }
}
