package org.trainingexporter.gpu.nvml;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.EventData;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.XidLog;

/** Waits for XID errors on its own thread, since NVML tells each only once and as it happens. */
final class XidWatch {
  private static final Logger LOG = LoggerFactory.getLogger(XidWatch.class);
  private static final long XID_CRITICAL_ERROR = 8;
  private static final int WAIT_MILLIS = 250;
  private static final int CLOSE_MILLIS = 8 * WAIT_MILLIS;

  private final Nvml nvml;
  private final XidLog log;
  private final InstantSource clock;
  private final Pointer set;
  private final Map<Pointer, String> watched = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "gpu-xid");

  XidWatch(Nvml nvml, XidLog log, InstantSource clock) {
    this.nvml = nvml;
    this.log = log;
    this.clock = clock;
    PointerByReference created = new PointerByReference();
    this.set = NvmlCode.ok(nvml.nvmlEventSetCreate(created)) ? created.getValue() : null;
    thread.setDaemon(true);
  }

  /** Registers the card, once; the first one that can tell of errors starts the thread. */
  void watch(Device device) {
    if (set != null
        && watched.put(device.handle(), device.uuid()) == null
        && NvmlCode.ok(nvml.nvmlDeviceRegisterEvents(device.handle(), XID_CRITICAL_ERROR, set))
        && thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void run() {
    EventData event = new EventData();
    try {
      while (closing.getCount() > 0) {
        int code = wait(event);
        if (code == NvmlCode.SUCCESS) {
          add(event);
        } else if (code != NvmlCode.TIMEOUT) {
          closing.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int wait(EventData event) {
    int code = nvml.nvmlEventSetWait_v2(set, event, WAIT_MILLIS);
    return code == NvmlCode.FUNCTION_NOT_FOUND
        ? nvml.nvmlEventSetWait(set, event, WAIT_MILLIS)
        : code;
  }

  private void add(EventData event) {
    String uuid = watched.get(event.device);
    if (event.type == XID_CRITICAL_ERROR
        && uuid != null
        && log.add(uuid, event.data, clock.instant())) {
      LOG.warn("XID error {} on {}; more of this number are only counted", event.data, uuid);
    }
  }

  /** Ends the thread before its event set; false if it hangs, and the library must stay. */
  boolean end() {
    closing.countDown();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive() && set != null) {
      nvml.nvmlEventSetFree(set);
    }
    return !thread.isAlive();
  }
}
