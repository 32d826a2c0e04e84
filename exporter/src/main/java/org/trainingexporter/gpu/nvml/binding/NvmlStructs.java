package org.trainingexporter.gpu.nvml.binding;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;

/**
 * The structs that {@link Nvml} fills, field by field. A test compares them with a C compiler's.
 */
@SuppressWarnings("unused") // JNA reads and writes the fields.
public final class NvmlStructs {
  private NvmlStructs() {}

  /** {@code nvmlPciInfo_t}; the older {@code _v2} call fills all but {@code busId}. */
  @FieldOrder({"busIdLegacy", "domain", "bus", "device", "deviceId", "subSystemId", "busId"})
  public static final class PciInfo extends NvmlStruct {
    public byte[] busIdLegacy = new byte[16];
    public int domain;
    public int bus;
    public int device;
    public int deviceId;
    public int subSystemId;
    public byte[] busId = new byte[32];
  }

  /** {@code nvmlUtilization_t}, in percent. */
  @FieldOrder({"gpu", "memory"})
  public static final class Utilization extends NvmlStruct {
    public int gpu;
    public int memory;
  }

  /** {@code nvmlMemory_t}; {@code used} includes what is reserved. */
  @FieldOrder({"total", "free", "used"})
  public static final class MemoryV1 extends NvmlStruct {
    public long total;
    public long free;
    public long used;
  }

  /** {@code nvmlMemory_v2_t}. */
  @FieldOrder({"version", "total", "reserved", "free", "used"})
  public static final class MemoryV2 extends NvmlStruct {
    public int version = tag(2);
    public long total;
    public long reserved;
    public long free;
    public long used;
  }

  /** {@code nvmlTemperature_v1_t}. */
  @FieldOrder({"version", "sensor", "celsius"})
  public static final class Temperature extends NvmlStruct {
    public int version = tag(1);
    public int sensor;
    public int celsius;
  }

  /** {@code nvmlViolationTime_t}. */
  @FieldOrder({"referenceMicros", "violationNanos"})
  public static final class ViolationTime extends NvmlStruct {
    public long referenceMicros;
    public long violationNanos;
  }

  /** {@code nvmlProcessInfo_v1_t}. */
  @FieldOrder({"pid", "memory"})
  public static final class ProcessInfoV1 extends NvmlStruct {
    public int pid;
    public long memory;
  }

  /** {@code nvmlProcessInfo_t}, of the {@code _v2} and {@code _v3} calls. */
  @FieldOrder({"pid", "memory", "gpuInstance", "computeInstance"})
  public static final class ProcessInfo extends NvmlStruct {
    public int pid;
    public long memory;
    public int gpuInstance;
    public int computeInstance;
  }

  /** {@code nvmlFieldValue_t}; {@code value} is a union of eight bytes. */
  @FieldOrder({"fieldId", "scopeId", "timestamp", "latency", "valueType", "code", "value"})
  public static final class FieldValue extends NvmlStruct {
    public int fieldId;
    public int scopeId;
    public long timestamp;
    public long latency;
    public int valueType;
    public int code;
    public long value;
  }

  /** {@code nvmlEventData_t}. */
  @FieldOrder({"device", "type", "data", "gpuInstance", "computeInstance"})
  public static final class EventData extends NvmlStruct {
    public Pointer device;
    public long type;
    public long data;
    public int gpuInstance;
    public int computeInstance;
  }

  /** {@code nvmlGpmSupport_t}. */
  @FieldOrder({"version", "supported"})
  public static final class GpmSupport extends NvmlStruct {
    public int version = 1;
    public int supported;
  }

  /** {@code nvmlGpmMetric_t}. */
  @FieldOrder({"metricId", "code", "value", "shortName", "longName", "unit"})
  public static final class GpmMetric extends NvmlStruct {
    public int metricId;
    public int code;
    public double value;
    public Pointer shortName;
    public Pointer longName;
    public Pointer unit;
  }

  /** {@code nvmlGpmMetricsGet_t} without the {@code metrics} that follow its head. */
  @FieldOrder({"version", "count", "before", "after"})
  public static final class GpmMetricsGet extends NvmlStruct {
    public int version = 1;
    public int count;
    public Pointer before;
    public Pointer after;
  }
}
