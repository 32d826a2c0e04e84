package org.trainingexporter.gpu.reading;

/** There is no driver or no card. The message says why; on many machines this is normal. */
public final class GpuUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public GpuUnavailableException(String message) {
    super(message);
  }
}
