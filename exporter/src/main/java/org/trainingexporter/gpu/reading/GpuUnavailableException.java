package org.trainingexporter.gpu.reading;

/** There is no driver or no card to ask; the message says why, and is no reason to worry. */
public final class GpuUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public GpuUnavailableException(String message) {
    super(message);
  }
}
