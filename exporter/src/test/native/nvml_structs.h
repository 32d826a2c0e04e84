/* The structs of NVML that the exporter reads, with the field names of NvmlStructs.java. */
#ifndef NVML_STRUCTS_H
#define NVML_STRUCTS_H

typedef struct {
  char busIdLegacy[16];
  unsigned domain, bus, device, deviceId, subSystemId;
  char busId[32];
} PciInfo;

typedef struct {
  unsigned gpu, memory;
} Utilization;

typedef struct {
  unsigned long long total, free, used;
} MemoryV1;

typedef struct {
  unsigned version;
  unsigned long long total, reserved, free, used;
} MemoryV2;

typedef struct {
  unsigned version;
  unsigned sensor;
  int celsius;
} Temperature;

typedef struct {
  unsigned long long referenceMicros, violationNanos;
} ViolationTime;

typedef struct {
  unsigned pid;
  unsigned long long memory;
} ProcessInfoV1;

typedef struct {
  unsigned pid;
  unsigned long long memory;
  unsigned gpuInstance, computeInstance;
} ProcessInfo;

typedef struct {
  unsigned fieldId, scopeId;
  long long timestamp, latency;
  int valueType;
  int code;
  union {
    double d;
    unsigned u;
    unsigned long long ull;
  } value;
} FieldValue;

typedef struct {
  void *device;
  unsigned long long type, data;
  unsigned gpuInstance, computeInstance;
} EventData;

typedef struct {
  unsigned version, supported;
} GpmSupport;

typedef struct {
  unsigned metricId;
  int code;
  double value;
  char *shortName, *longName, *unit;
} GpmMetric;

typedef struct {
  unsigned version, count;
  void *before, *after;
} GpmMetricsGet; /* GpmMetric metrics[] follow */

#endif
