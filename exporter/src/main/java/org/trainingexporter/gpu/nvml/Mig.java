package org.trainingexporter.gpu.nvml;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;

/** The MIG devices of a card, asked anew each time, since they come and go. */
final class Mig {
  private Mig() {}

  static List<Device> devicesOf(Device card) {
    int most = (int) card.uint(Nvml::nvmlDeviceGetMaxMigDeviceCount).orElse(0);
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      PointerByReference handle = new PointerByReference();
      Pointer parent = card.handle();
      if (NvmlCode.ok(card.nvml().nvmlDeviceGetMigDeviceHandleByIndex(parent, i, handle))) {
        devices.add(Device.of(card.nvml(), handle.getValue()));
      }
    }
    return devices;
  }
}
