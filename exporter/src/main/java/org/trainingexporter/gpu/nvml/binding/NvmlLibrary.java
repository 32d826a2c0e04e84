package org.trainingexporter.gpu.nvml.binding;

import com.sun.jna.InvocationMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.gpu.reading.GpuUnavailableException;

/** The loaded and initialized library. Closing unloads it, so that a new driver can be found. */
public final class NvmlLibrary implements AutoCloseable {
  private static final Map<String, ?> OPTIONS =
      Map.of(Library.OPTION_INVOCATION_MAPPER, (InvocationMapper) NvmlLibrary::missing);

  private final Nvml nvml;

  private NvmlLibrary(Nvml nvml) {
    this.nvml = nvml;
  }

  /** Loads the library at the path, or the system's own. */
  public static NvmlLibrary open(Optional<String> path) throws GpuUnavailableException {
    String name = path.orElse(Platform.isWindows() ? "nvml" : "libnvidia-ml.so.1");
    Nvml nvml;
    try {
      nvml = Native.load(name, Nvml.class, OPTIONS);
    } catch (LinkageError e) {
      throw new GpuUnavailableException(name + " cannot be loaded: " + reason(e));
    }
    NvmlLibrary library = new NvmlLibrary(nvml);
    int code = nvml.nvmlInit_v2();
    if (code == NvmlCode.FUNCTION_NOT_FOUND) {
      code = nvml.nvmlInit();
    }
    if (code != NvmlCode.SUCCESS) {
      library.unload();
      throw new GpuUnavailableException(
          code == NvmlCode.FUNCTION_NOT_FOUND
              ? name + " is not NVML: it has no nvmlInit"
              : NvmlCode.describe(code));
    }
    return library;
  }

  public Nvml nvml() {
    return nvml;
  }

  @Override
  public void close() {
    nvml.nvmlShutdown();
    unload();
  }

  private void unload() {
    ((Library.Handler) Proxy.getInvocationHandler(nvml)).getNativeLibrary().close();
  }

  /** Called once a function: a function that the driver lacks returns a code, as in NVML. */
  private static InvocationHandler missing(NativeLibrary library, Method method) {
    try {
      library.getFunction(method.getName());
      return null;
    } catch (UnsatisfiedLinkError e) {
      return (proxy, called, arguments) -> NvmlCode.FUNCTION_NOT_FOUND;
    }
  }

  /** The loader's own message: the second line, if there is one. */
  private static String reason(LinkageError e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().skip(1).findFirst().orElse(message).trim();
  }
}
