package org.trainingexporter.gpu.nvml.binding;

/** The {@code nvmlReturn_t} codes that are told apart here. */
public final class NvmlCode {
  public static final int SUCCESS = 0;
  static final int UNINITIALIZED = 1;
  static final int NO_PERMISSION = 4;
  public static final int INSUFFICIENT_SIZE = 7;
  static final int DRIVER_NOT_LOADED = 9;
  public static final int TIMEOUT = 10;
  public static final int FUNCTION_NOT_FOUND = 13;
  static final int GPU_IS_LOST = 15;
  static final int LIBRARY_MISMATCH = 18;

  private NvmlCode() {}

  /**
   * Whether the call gave a value; false if the card does not offer it.
   *
   * @throws NvmlException if the card or the driver is gone
   */
  public static boolean ok(int code) {
    return switch (code) {
      case SUCCESS -> true;
      case UNINITIALIZED, DRIVER_NOT_LOADED, GPU_IS_LOST, LIBRARY_MISMATCH ->
          throw new NvmlException(code);
      default -> false;
    };
  }

  public static String describe(int code) {
    return switch (code) {
      case UNINITIALIZED -> "NVML is not initialized";
      case NO_PERMISSION -> "no permission to use NVML";
      case DRIVER_NOT_LOADED -> "the NVIDIA driver is not loaded";
      case FUNCTION_NOT_FOUND -> "the NVIDIA driver lacks the function";
      case GPU_IS_LOST -> "the GPU has fallen off the bus";
      case LIBRARY_MISMATCH -> "NVML and the NVIDIA driver differ in version";
      default -> "NVML error " + code;
    };
  }
}
