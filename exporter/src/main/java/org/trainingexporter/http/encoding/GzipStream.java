package org.trainingexporter.http.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip, at its fastest level unless another is given. */
public final class GzipStream extends GZIPOutputStream {
  /** Takes three times as long as the fastest and makes numbers a tenth smaller. */
  public static final int SMALL = 6;

  private static final int BUFFER_BYTES = 8192;

  /** For scrapes, which are so repetitive that slower levels gain little. */
  public GzipStream(OutputStream out) throws IOException {
    this(out, Deflater.BEST_SPEED);
  }

  public GzipStream(OutputStream out, int level) throws IOException {
    super(out, BUFFER_BYTES);
    def.setLevel(level);
  }
}
