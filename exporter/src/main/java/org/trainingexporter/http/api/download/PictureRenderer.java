package org.trainingexporter.http.api.download;

import java.io.IOException;
import org.trainingexporter.plots.CurveResponse;
import org.trainingexporter.run.RunSnapshot;

/** Draws the picture of a plot. */
interface PictureRenderer {
  /**
   * Draws it as PNG.
   *
   * @throws PictureUnavailable where this machine cannot draw
   */
  byte[] draw(PictureRequest request, CurveResponse curves, RunSnapshot run)
      throws IOException, PictureUnavailable;
}
