package org.trainingexporter.gpu.nvml;

/** The card or the driver is gone: nothing more can be asked of it. */
final class NvmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  NvmlException(int code) {
    super(NvmlCode.describe(code));
    this.code = code;
  }

  boolean driverIsGone() {
    return code == NvmlCode.UNINITIALIZED
        || code == NvmlCode.DRIVER_NOT_LOADED
        || code == NvmlCode.LIBRARY_MISMATCH;
  }
}
