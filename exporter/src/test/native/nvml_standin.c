/*
 * A library with NVML's ABI whose cards stand in a text file beside it: LIBRARY.cards, read anew
 * by each nvmlDeviceGetCount. A line is "KEY VALUE"; "card" begins a card, "mig" a MIG device of
 * it; what stands above the first card is of the driver. A key that is missing is not supported,
 * "!15" answers with that error, "hang" makes LIBRARY.hung and waits until LIBRARY.go exists.
 *
 * -DOLD leaves out the versioned functions, -DCRASH dies at init, -DNOT_NVML has nothing.
 */
#ifdef NOT_NVML
int unrelated(void) { return 42; }
#else
#include "standin_cards.h"

#include "nvml_structs.h"

#define UINT(function, key) \
  int function(Card *card, unsigned *out) { return small(card, key, out); }
#define UINT_OF(function, key) \
  int function(Card *card, int which, unsigned *out) { return one_of(card, key, which, out); }
#define ULONG(function, key) \
  int function(Card *card, unsigned long long *out) { return whole(card, key, out); }
#define STRING(function, key) \
  int function(Card *card, char *out, unsigned size) { return text(card, key, out, size); }

static int start(void) {
#ifdef CRASH
  abort();
#endif
  load();
  unsigned code = OK;
  small(&driver, "init", &code);
  return (int)code;
}

static int count(unsigned *out) {
  load();
  *out = (unsigned)listed;
  return OK;
}

static int handle(unsigned index, void **out) {
  unsigned code = OK;
  if (index >= (unsigned)listed) return INVALID;
  small(cards[index], "handle", &code);
  *out = cards[index];
  return (int)code;
}

int nvmlShutdown(void) { return OK; }
int nvmlSystemGetDriverVersion(char *out, unsigned n) { return text(&driver, "driver", out, n); }
int nvmlSystemGetCudaDriverVersion_v2(unsigned *out) { return small(&driver, "cuda", out); }

int nvmlSystemGetProcessName(unsigned pid, char *out, unsigned length) {
  char key[32];
  snprintf(key, sizeof key, "process.%u", pid);
  int code = text(&driver, key, out, length);
  return code == NOT_SUPPORTED ? NOT_FOUND : code;
}

STRING(nvmlDeviceGetUUID, "uuid")
STRING(nvmlDeviceGetName, "name")
STRING(nvmlDeviceGetVbiosVersion, "vbios")
UINT(nvmlDeviceGetArchitecture, "architecture")
UINT_OF(nvmlDeviceGetTemperature, "temperature")
UINT_OF(nvmlDeviceGetTemperatureThreshold, "threshold")
UINT(nvmlDeviceGetPowerUsage, "power")
UINT(nvmlDeviceGetEnforcedPowerLimit, "power_limit")
ULONG(nvmlDeviceGetTotalEnergyConsumption, "energy")
UINT_OF(nvmlDeviceGetClockInfo, "clock")
UINT_OF(nvmlDeviceGetMaxClockInfo, "clock_max")
UINT(nvmlDeviceGetFanSpeed, "fan")
UINT(nvmlDeviceGetPerformanceState, "state")
UINT(nvmlDeviceGetCurrPcieLinkGeneration, "pcie_generation")
UINT(nvmlDeviceGetCurrPcieLinkWidth, "pcie_width")
UINT(nvmlDeviceGetPcieReplayCounter, "pcie_replays")
UINT_OF(nvmlDeviceGetPcieThroughput, "pcie_kilobytes")
UINT(nvmlDeviceGetGpuInstanceId, "gpu_instance")
UINT(nvmlDeviceGetComputeInstanceId, "compute_instance")

int nvmlDeviceGetUtilizationRates(Card *card, Utilization *out) {
  int code = small(card, "utilization", &out->gpu);
  return code ? code : small(card, "memory_utilization", &out->memory);
}

int nvmlDeviceGetMemoryInfo(Card *card, MemoryV1 *out) {
  int code = whole(card, "used", &out->used);
  if (code == OK) code = whole(card, "total", &out->total);
  out->free = out->total - out->used;
  return code;
}

int nvmlDeviceGetViolationStatus(Card *card, int policy, ViolationTime *out) {
  unsigned nanos = 0;
  int code = one_of(card, "violation", policy, &nanos);
  *out = (ViolationTime){1, nanos};
  return code;
}

int nvmlDeviceGetTotalEccErrors(Card *card, int severity, int life, unsigned long long *out) {
  char key[32];
  snprintf(key, sizeof key, "ecc.%d.%d", severity, life);
  return whole(card, key, out);
}

int nvmlDeviceGetRemappedRows(Card *card, unsigned *corrected, unsigned *uncorrected,
                              unsigned *pending, unsigned *failed) {
  const char *value = nth(card, "remapped", 0);
  if (!value) return NOT_SUPPORTED;
  return sscanf(value, "%u %u %u %u", corrected, uncorrected, pending, failed) == 4 ? OK : INVALID;
}

int nvmlDeviceGetRetiredPages(Card *card, int cause, unsigned *pages, void *addresses) {
  int code = one_of(card, "retired", cause, pages);
  return code == OK && *pages > 0 && !addresses ? SMALL : code;
}

int nvmlDeviceGetFieldValues(Card *card, int n, FieldValue *values) {
  for (int i = 0; i < n; i++) {
    char key[32];
    int scope = (int)values[i].scopeId;
    snprintf(key, sizeof key, scope > 0 ? "field.%u.%d" : "field.%u", values[i].fieldId, scope);
    values[i].valueType = 3;
    values[i].code = whole(card, key, &values[i].value.ull);
  }
  return OK;
}

int nvmlDeviceGetMaxMigDeviceCount(Card *card, unsigned *out) {
  return small(card, "mig_devices", out);
}

int nvmlDeviceGetMigDeviceHandleByIndex(Card *card, unsigned index, void **out) {
  for (int i = 0; i < devices; i++)
    if (all[i].parent >= 0 && cards[all[i].parent] == card && index-- == 0) {
      *out = &all[i];
      return OK;
    }
  return NOT_FOUND;
}

/* "more N" stands for N processes that come with each call. */
static int processes(Card *card, const char *key, unsigned *n, char *out, size_t size) {
  unsigned found = 0, room = *n;
  static unsigned called;
  unsigned more = 0;
  if (small(card, "more", &more) == OK) more *= ++called;
  const char *line;
  ProcessInfo info = {0};
  for (; (line = nth(card, key, (int)found)) || more > 0; found++) {
    if (line && line[0] == '!') return atoi(line + 1);
    if (!line) info.pid = 100000 + more--;
    else if (sscanf(line, "%u %llu %u %u", &info.pid, &info.memory, &info.gpuInstance,
                    &info.computeInstance) < 4)
      info.gpuInstance = info.computeInstance = 0xFFFFFFFF;
    if (found < room) memcpy(out + found * size, &info, size);
  }
  *n = found;
  return found > room ? SMALL : OK;
}

#define PROCESSES(function, key, type) \
  int function(Card *card, unsigned *n, char *out) { return processes(card, key, n, out, sizeof(type)); }
PROCESSES(nvmlDeviceGetComputeRunningProcesses, "compute", ProcessInfoV1)
PROCESSES(nvmlDeviceGetGraphicsRunningProcesses, "graphics", ProcessInfoV1)

int nvmlEventSetCreate(void **set) { return *set = calloc(1, sizeof(int)), OK; }
int nvmlEventSetFree(void *set) { return free(set), OK; }
int nvmlDeviceRegisterEvents(Card *c, unsigned long long types) { return c && types == 8 ? OK : INVALID; }

/* Each line "xid CARD NUMBER" of LIBRARY.xids is an event, told once. */
static int wait_for(int *told, EventData *out, unsigned millis) {
  char path[4096], line[256];
  beside(".xids", path, sizeof path);
  for (unsigned waited = 0; waited <= millis; waited += 2, nap()) {
    FILE *file = fopen(path, "r");
    int at = 0, card;
    unsigned long long xid;
    while (file && fgets(line, sizeof line, file))
      if (sscanf(line, "xid %d %llu\n", &card, &xid) == 2 && at++ == *told) {
        *out = (EventData){cards[card], 8, xid, 0xFFFFFFFF, 0xFFFFFFFF};
        ++*told;
        fclose(file);
        return OK;
      }
    if (file) fclose(file);
  }
  return TIMEOUT;
}

#ifdef OLD
int nvmlInit(void) { return start(); }
int nvmlDeviceGetCount(unsigned *out) { return count(out); }
int nvmlDeviceGetHandleByIndex(unsigned index, void **out) { return handle(index, out); }
int nvmlEventSetWait(void *set, EventData *out, unsigned ms) { return wait_for(set, out, ms); }
ULONG(nvmlDeviceGetSupportedClocksThrottleReasons, "reasons_supported")
ULONG(nvmlDeviceGetCurrentClocksThrottleReasons, "reasons")
int nvmlDeviceGetPciInfo_v2(Card *card, PciInfo *out) { return text(card, "bus", out->busIdLegacy, 16); }
#else
int nvmlInit_v2(void) { return start(); }
int nvmlDeviceGetCount_v2(unsigned *out) { return count(out); }
int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **out) { return handle(index, out); }
int nvmlEventSetWait_v2(void *set, EventData *out, unsigned ms) { return wait_for(set, out, ms); }
ULONG(nvmlDeviceGetSupportedClocksEventReasons, "reasons_supported")
ULONG(nvmlDeviceGetCurrentClocksEventReasons, "reasons")
int nvmlDeviceGetPciInfo_v3(Card *card, PciInfo *out) { return text(card, "bus", out->busId, 32); }
PROCESSES(nvmlDeviceGetComputeRunningProcesses_v3, "compute", ProcessInfo)
PROCESSES(nvmlDeviceGetGraphicsRunningProcesses_v3, "graphics", ProcessInfo)

int nvmlDeviceGetTemperatureV(Card *card, Temperature *out) {
  if (out->version != 0x100000C || out->sensor != 0) return 25;
  return small(card, "temperature.0", (unsigned *)&out->celsius);
}

int nvmlDeviceGetMemoryInfo_v2(Card *card, MemoryV2 *out) {
  if (out->version != 0x2000028) return 25;
  int code = whole(card, "used", &out->used);
  if (code == OK) code = whole(card, "total", &out->total);
  if (code == OK) code = whole(card, "reserved", &out->reserved);
  out->free = out->total - out->used - out->reserved;
  return code;
}

int nvmlGpmQueryDeviceSupport(Card *card, GpmSupport *out) {
  if (out->version != 1) return 25;
  return small(card, "gpm", &out->supported);
}

int nvmlGpmSampleAlloc(void **out) { return *out = calloc(1, sizeof(Card *)), OK; }
int nvmlGpmSampleFree(void *sample) { return free(sample), OK; }
int nvmlGpmSampleGet(Card *card, Card **sample) { return *sample = card, OK; }

static int number(Card *card, const char *key, double *out) {
  const char *value = nth(card, key, 0);
  if (!value) return NOT_SUPPORTED;
  if (value[0] == '!') return atoi(value + 1);
  *out = strtod(value, NULL);
  return OK;
}

int nvmlGpmMetricsGet(GpmMetricsGet *get) {
  if (get->version != 1 || get->before == get->after) return INVALID;
  GpmMetric *metrics = (GpmMetric *)(get + 1);
  for (unsigned i = 0; i < get->count; i++) {
    char key[32];
    snprintf(key, sizeof key, "gpm.%u", metrics[i].metricId);
    metrics[i].code = number(*(Card **)get->after, key, &metrics[i].value);
  }
  return OK;
}
#endif
#endif
