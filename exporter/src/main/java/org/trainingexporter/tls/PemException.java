package org.trainingexporter.tls;

import java.io.IOException;

/** A PEM text that is missing, or does not hold what it should. The message names its source. */
public final class PemException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient PemFile source;

  PemException(PemFile source, String problem) {
    super(source + " " + problem);
    this.source = source;
  }

  public PemFile source() {
    return source;
  }
}
