package org.trainingexporter.http.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at its fastest level; scrapes are so repetitive that slower levels gain little. */
public final class GzipStream extends GZIPOutputStream {
  private static final int BUFFER_BYTES = 8192;

  public GzipStream(OutputStream out) throws IOException {
    super(out, BUFFER_BYTES);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
