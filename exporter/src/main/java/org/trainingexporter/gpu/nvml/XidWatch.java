package org.trainingexporter.gpu.nvml;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.EventData;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.XidLog;
import org.trainingexporter.service.Loop;

/**
 * Waits for XID errors on its own thread, since NVML reports each only once and as it happens. The
 * other methods are for the thread that reads the cards.
 */
final class XidWatch {
  private static final Logger log = LoggerFactory.getLogger(XidWatch.class);
  private static final long XID_CRITICAL_ERROR = 8;
  private static final int WAIT_MILLIS = 250;
  private static final Duration CLOSE_LIMIT = Duration.ofMillis(8 * WAIT_MILLIS);

  private final Nvml nvml;
  private final XidLog xids;
  private final InstantSource clock;
  private final Pointer set;
  private final EventData event = new EventData();
  private final Map<Pointer, String> watched = new ConcurrentHashMap<>();
  private final Loop loop =
      new Loop(
          "gpu-xid",
          "waiting for XID errors failed",
          Duration.ofMillis(WAIT_MILLIS),
          this::awaitEvent);

  XidWatch(Nvml nvml, XidLog xids, InstantSource clock) {
    this.nvml = nvml;
    this.xids = xids;
    this.clock = clock;
    PointerByReference created = new PointerByReference();
    this.set = NvmlCode.ok(nvml.nvmlEventSetCreate(created)) ? created.getValue() : null;
  }

  /** Registers the card, once; the first card that reports errors starts the thread. */
  void watch(Device device) {
    if (set != null
        && watched.put(device.handle(), device.uuid()) == null
        && NvmlCode.ok(nvml.nvmlDeviceRegisterEvents(device.handle(), XID_CRITICAL_ERROR, set))) {
      loop.start();
    }
  }

  /** A wait that times out is followed by the next at once; after an error there is a pause. */
  private Loop.Next awaitEvent() {
    int code = nvml.nvmlEventSetWait_v2(set, event, WAIT_MILLIS);
    if (code == NvmlCode.FUNCTION_NOT_FOUND) {
      code = nvml.nvmlEventSetWait(set, event, WAIT_MILLIS);
    }
    if (code == NvmlCode.SUCCESS) {
      count();
    }
    return code == NvmlCode.SUCCESS || code == NvmlCode.TIMEOUT ? Loop.Next.MORE : Loop.Next.IDLE;
  }

  private void count() {
    String uuid = watched.get(event.device);
    if (event.type == XID_CRITICAL_ERROR
        && uuid != null
        && xids.add(uuid, event.data, clock.instant())) {
      log.warn("XID error {} on {}; more of this number are only counted", event.data, uuid);
    }
  }

  /** Ends the thread before its event set; false if it hangs, and the library must stay. */
  boolean end() {
    loop.close();
    boolean ended = loop.awaitEnd(CLOSE_LIMIT);
    if (ended && set != null) {
      nvml.nvmlEventSetFree(set);
    }
    return ended;
  }
}
