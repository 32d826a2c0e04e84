package org.trainingexporter.http.api.download;

import java.awt.Color;

/** The colours of the page's two themes. */
record PictureColours(
    Color surface, Color text, Color soft, Color grid, Color line, Color mark, Color bad) {
  private static final PictureColours LIGHT =
      of(0xffffff, 0x17212d, 0x55606e, 0xe9edf2, 0x0b63b8, 0xb07800, 0xb3261e);
  private static final PictureColours DARK =
      of(0x171d24, 0xe5ebf1, 0x9ba8b5, 0x242c36, 0x64b0ff, 0xf1c34f, 0xff938b);

  static PictureColours of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  private static PictureColours of(
      int surface, int text, int soft, int grid, int line, int mark, int bad) {
    return new PictureColours(
        new Color(surface),
        new Color(text),
        new Color(soft),
        new Color(grid),
        new Color(line),
        new Color(mark),
        new Color(bad));
  }

  /** The line where a smoothed one stands before it. */
  Color faint() {
    return new Color(line.getRed(), line.getGreen(), line.getBlue(), 90);
  }
}
