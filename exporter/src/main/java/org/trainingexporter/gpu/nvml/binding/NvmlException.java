package org.trainingexporter.gpu.nvml.binding;

/** The card or the driver is gone; further calls are of no use. */
public final class NvmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  public NvmlException(int code) {
    super(NvmlCode.describe(code));
    this.code = code;
  }

  public boolean driverIsGone() {
    return code == NvmlCode.UNINITIALIZED
        || code == NvmlCode.DRIVER_NOT_LOADED
        || code == NvmlCode.LIBRARY_MISMATCH;
  }
}
