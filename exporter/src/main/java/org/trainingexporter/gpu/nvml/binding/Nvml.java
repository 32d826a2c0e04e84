package org.trainingexporter.gpu.nvml.binding;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.EventData;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.GpmSupport;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.MemoryV1;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.MemoryV2;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.PciInfo;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.Temperature;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.Utilization;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.ViolationTime;

/**
 * The functions of NVIDIA's management library that are used, as the library declares them. Each
 * returns an {@code nvmlReturn_t} ({@link NvmlCode}); one that the driver lacks returns {@link
 * NvmlCode#FUNCTION_NOT_FOUND}. See docs.nvidia.com/deploy/nvml-api.
 */
public interface Nvml extends Library {
  int nvmlInit_v2();

  int nvmlInit();

  int nvmlShutdown();

  int nvmlSystemGetDriverVersion(Pointer text, int length);

  int nvmlSystemGetCudaDriverVersion_v2(IntByReference version);

  int nvmlSystemGetProcessName(int pid, Pointer text, int length);

  int nvmlDeviceGetCount_v2(IntByReference count);

  int nvmlDeviceGetCount(IntByReference count);

  int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device);

  int nvmlDeviceGetHandleByIndex(int index, PointerByReference device);

  int nvmlDeviceGetUUID(Pointer device, Pointer text, int length);

  int nvmlDeviceGetName(Pointer device, Pointer text, int length);

  int nvmlDeviceGetVbiosVersion(Pointer device, Pointer text, int length);

  int nvmlDeviceGetArchitecture(Pointer device, IntByReference architecture);

  int nvmlDeviceGetPciInfo_v3(Pointer device, PciInfo info);

  int nvmlDeviceGetPciInfo_v2(Pointer device, PciInfo info);

  int nvmlDeviceGetUtilizationRates(Pointer device, Utilization utilization);

  int nvmlDeviceGetMemoryInfo_v2(Pointer device, MemoryV2 memory);

  int nvmlDeviceGetMemoryInfo(Pointer device, MemoryV1 memory);

  int nvmlDeviceGetTemperatureV(Pointer device, Temperature temperature);

  int nvmlDeviceGetTemperature(Pointer device, int sensor, IntByReference celsius);

  int nvmlDeviceGetTemperatureThreshold(Pointer device, int threshold, IntByReference celsius);

  int nvmlDeviceGetPowerUsage(Pointer device, IntByReference milliwatts);

  int nvmlDeviceGetEnforcedPowerLimit(Pointer device, IntByReference milliwatts);

  int nvmlDeviceGetTotalEnergyConsumption(Pointer device, LongByReference millijoules);

  int nvmlDeviceGetClockInfo(Pointer device, int domain, IntByReference megahertz);

  int nvmlDeviceGetMaxClockInfo(Pointer device, int domain, IntByReference megahertz);

  int nvmlDeviceGetFanSpeed(Pointer device, IntByReference percent);

  int nvmlDeviceGetPerformanceState(Pointer device, IntByReference state);

  int nvmlDeviceGetSupportedClocksEventReasons(Pointer device, LongByReference bits);

  int nvmlDeviceGetSupportedClocksThrottleReasons(Pointer device, LongByReference bits);

  int nvmlDeviceGetCurrentClocksEventReasons(Pointer device, LongByReference bits);

  int nvmlDeviceGetCurrentClocksThrottleReasons(Pointer device, LongByReference bits);

  int nvmlDeviceGetViolationStatus(Pointer device, int policy, ViolationTime time);

  int nvmlDeviceGetTotalEccErrors(Pointer device, int severity, int life, LongByReference count);

  int nvmlDeviceGetRemappedRows(
      Pointer device,
      IntByReference corrected,
      IntByReference uncorrected,
      IntByReference pending,
      IntByReference failed);

  int nvmlDeviceGetRetiredPages(
      Pointer device, int cause, IntByReference count, Pointer addressesOrNull);

  int nvmlDeviceGetCurrPcieLinkGeneration(Pointer device, IntByReference generation);

  int nvmlDeviceGetCurrPcieLinkWidth(Pointer device, IntByReference lanes);

  int nvmlDeviceGetPcieReplayCounter(Pointer device, IntByReference count);

  int nvmlDeviceGetPcieThroughput(Pointer device, int counter, IntByReference kilobytesPerSecond);

  int nvmlDeviceGetFieldValues(Pointer device, int count, Pointer values);

  int nvmlDeviceGetComputeRunningProcesses_v3(Pointer d, IntByReference count, Pointer infos);

  int nvmlDeviceGetComputeRunningProcesses_v2(Pointer d, IntByReference count, Pointer infos);

  int nvmlDeviceGetComputeRunningProcesses(Pointer d, IntByReference count, Pointer infosV1);

  int nvmlDeviceGetGraphicsRunningProcesses_v3(Pointer d, IntByReference count, Pointer infos);

  int nvmlDeviceGetGraphicsRunningProcesses_v2(Pointer d, IntByReference count, Pointer infos);

  int nvmlDeviceGetGraphicsRunningProcesses(Pointer d, IntByReference count, Pointer infosV1);

  int nvmlDeviceGetMaxMigDeviceCount(Pointer device, IntByReference count);

  int nvmlDeviceGetMigDeviceHandleByIndex(Pointer device, int index, PointerByReference mig);

  int nvmlDeviceGetGpuInstanceId(Pointer mig, IntByReference id);

  int nvmlDeviceGetComputeInstanceId(Pointer mig, IntByReference id);

  int nvmlEventSetCreate(PointerByReference set);

  int nvmlEventSetFree(Pointer set);

  int nvmlDeviceRegisterEvents(Pointer device, long types, Pointer set);

  int nvmlEventSetWait_v2(Pointer set, EventData data, int timeoutMillis);

  int nvmlEventSetWait(Pointer set, EventData data, int timeoutMillis);

  int nvmlGpmQueryDeviceSupport(Pointer device, GpmSupport support);

  int nvmlGpmSampleAlloc(PointerByReference sample);

  int nvmlGpmSampleFree(Pointer sample);

  int nvmlGpmSampleGet(Pointer device, Pointer sample);

  int nvmlGpmMetricsGet(Pointer metricsGet);
}
