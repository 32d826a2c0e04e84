package org.trainingexporter.gpu.nvml.device;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;

/** Lists the MIG devices of a card. They can change between two readings. */
public final class Mig {
  private Mig() {}

  public static List<Device> devicesOf(Device card) {
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
