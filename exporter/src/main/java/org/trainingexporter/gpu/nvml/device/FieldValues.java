package org.trainingexporter.gpu.nvml.device;

import com.sun.jna.Memory;
import java.util.OptionalDouble;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.FieldValue;

/**
 * An array of {@code nvmlFieldValue_t}. Fields are requested once and can be read many times. One
 * thread.
 */
public final class FieldValues {
  private static final FieldValue LAYOUT = new FieldValue();
  private static final int SIZE = LAYOUT.size();
  private static final int SCOPE = LAYOUT.offset("scopeId");
  private static final int TYPE = LAYOUT.offset("valueType");
  private static final int CODE = LAYOUT.offset("code");
  private static final int VALUE = LAYOUT.offset("value");

  private final Memory memory;
  private final int count;

  public FieldValues(int count) {
    this.count = count;
    this.memory = new Memory((long) count * SIZE);
    memory.clear();
  }

  /** Requests a field. */
  public void request(int i, int field, int scope) {
    memory.setInt((long) i * SIZE, field);
    memory.setInt((long) i * SIZE + SCOPE, scope);
  }

  /** Reads all fields of the device; false if it offers none. */
  public boolean read(Device device) {
    return NvmlCode.ok(device.nvml().nvmlDeviceGetFieldValues(device.handle(), count, memory));
  }

  /** The value that was read last; empty if the device does not offer the field. */
  public OptionalDouble value(int i) {
    long at = (long) i * SIZE;
    if (!NvmlCode.ok(memory.getInt(at + CODE))) {
      return OptionalDouble.empty();
    }
    return switch (memory.getInt(at + TYPE)) {
      case 0 -> OptionalDouble.of(memory.getDouble(at + VALUE));
      case 1 -> Device.uint(memory.getInt(at + VALUE));
      case 2 -> Device.ulong(memory.getNativeLong(at + VALUE).longValue());
      case 3 -> Device.ulong(memory.getLong(at + VALUE));
      case 4 -> OptionalDouble.of((double) memory.getLong(at + VALUE));
      case 5 -> OptionalDouble.of(memory.getInt(at + VALUE));
      case 6 -> OptionalDouble.of(Short.toUnsignedInt(memory.getShort(at + VALUE)));
      default -> OptionalDouble.empty();
    };
  }
}
