package org.trainingexporter.gpu.nvml.device;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;

/**
 * A card or a MIG device, and the simple ways to read from it. What the device does not offer is
 * empty. One thread.
 */
public final class Device {
  /** A call that returns a 32-bit number. */
  public interface UintCall {
    int call(Nvml nvml, Pointer device, IntByReference out);
  }

  /** A call that returns a 64-bit number. */
  public interface UlongCall {
    int call(Nvml nvml, Pointer device, LongByReference out);
  }

  /** A call that returns a 32-bit number for one of several parts of the device. */
  public interface UintOfCall {
    int call(Nvml nvml, Pointer device, int which, IntByReference out);
  }

  /** A call that returns a text. */
  public interface TextCall {
    int call(Nvml nvml, Pointer device, Pointer text, int length);
  }

  private static final int TEXT = 96;

  private final Nvml nvml;
  private final Pointer handle;
  private final String uuid;
  private final IntByReference uint = new IntByReference();
  private final LongByReference ulong = new LongByReference();

  private Device(Nvml nvml, Pointer handle, String uuid) {
    this.nvml = nvml;
    this.handle = handle;
    this.uuid = uuid;
  }

  public static Device of(Nvml nvml, Pointer handle) {
    String uuid = new Device(nvml, handle, "").text(Nvml::nvmlDeviceGetUUID).orElse("");
    return new Device(nvml, handle, uuid);
  }

  public Nvml nvml() {
    return nvml;
  }

  public Pointer handle() {
    return handle;
  }

  public String uuid() {
    return uuid;
  }

  public OptionalDouble uint(UintCall call) {
    boolean known = NvmlCode.ok(call.call(nvml, handle, uint));
    return known ? uint(uint.getValue()) : OptionalDouble.empty();
  }

  public OptionalDouble uint(int which, UintOfCall call) {
    return uint((n, device, out) -> call.call(n, device, which, out));
  }

  public OptionalDouble ulong(UlongCall call) {
    boolean known = NvmlCode.ok(call.call(nvml, handle, ulong));
    return known ? ulong(ulong.getValue()) : OptionalDouble.empty();
  }

  public Optional<String> text(TextCall call) {
    return text(buffer -> call.call(nvml, handle, buffer, TEXT), TEXT);
  }

  public static Optional<String> text(ToIntFunction<Pointer> call, int length) {
    try (Memory buffer = new Memory(length)) {
      buffer.clear();
      return NvmlCode.ok(call.applyAsInt(buffer))
          ? Optional.of(text(buffer.getByteArray(0, length)))
          : Optional.empty();
    }
  }

  public static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** NVML sets all bits of a number that it does not know. */
  public static OptionalDouble uint(int value) {
    return value == -1
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) Integer.toUnsignedLong(value));
  }

  /** NVML sets all bits of a number that it does not know; no real counter reaches 2^63. */
  public static OptionalDouble ulong(long value) {
    return value < 0 ? OptionalDouble.empty() : OptionalDouble.of((double) value);
  }
}
