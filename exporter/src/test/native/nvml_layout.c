/* Prints size and offsets of every struct, one a line, for the test to compare. */
#include <stddef.h>
#include <stdio.h>

#include "nvml_structs.h"

#define SIZE(s) printf(#s " %zu\n", sizeof(s))
#define AT(s, f) printf(#s "." #f " %zu\n", offsetof(s, f))

int main(void) {
  SIZE(PciInfo);
  AT(PciInfo, busIdLegacy);
  AT(PciInfo, domain);
  AT(PciInfo, bus);
  AT(PciInfo, device);
  AT(PciInfo, deviceId);
  AT(PciInfo, subSystemId);
  AT(PciInfo, busId);
  SIZE(Utilization);
  AT(Utilization, gpu);
  AT(Utilization, memory);
  SIZE(MemoryV1);
  AT(MemoryV1, total);
  AT(MemoryV1, free);
  AT(MemoryV1, used);
  SIZE(MemoryV2);
  AT(MemoryV2, version);
  AT(MemoryV2, total);
  AT(MemoryV2, reserved);
  AT(MemoryV2, free);
  AT(MemoryV2, used);
  SIZE(Temperature);
  AT(Temperature, version);
  AT(Temperature, sensor);
  AT(Temperature, celsius);
  SIZE(ViolationTime);
  AT(ViolationTime, referenceMicros);
  AT(ViolationTime, violationNanos);
  SIZE(ProcessInfoV1);
  AT(ProcessInfoV1, pid);
  AT(ProcessInfoV1, memory);
  SIZE(ProcessInfo);
  AT(ProcessInfo, pid);
  AT(ProcessInfo, memory);
  AT(ProcessInfo, gpuInstance);
  AT(ProcessInfo, computeInstance);
  SIZE(FieldValue);
  AT(FieldValue, fieldId);
  AT(FieldValue, scopeId);
  AT(FieldValue, timestamp);
  AT(FieldValue, latency);
  AT(FieldValue, valueType);
  AT(FieldValue, code);
  AT(FieldValue, value);
  SIZE(EventData);
  AT(EventData, device);
  AT(EventData, type);
  AT(EventData, data);
  AT(EventData, gpuInstance);
  AT(EventData, computeInstance);
  SIZE(GpmSupport);
  AT(GpmSupport, version);
  AT(GpmSupport, supported);
  SIZE(GpmMetric);
  AT(GpmMetric, metricId);
  AT(GpmMetric, code);
  AT(GpmMetric, value);
  AT(GpmMetric, shortName);
  AT(GpmMetric, longName);
  AT(GpmMetric, unit);
  SIZE(GpmMetricsGet);
  AT(GpmMetricsGet, version);
  AT(GpmMetricsGet, count);
  AT(GpmMetricsGet, before);
  AT(GpmMetricsGet, after);
  return 0;
}
