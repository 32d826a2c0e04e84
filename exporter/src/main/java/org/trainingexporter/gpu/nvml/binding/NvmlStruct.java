package org.trainingexporter.gpu.nvml.binding;

import com.sun.jna.Structure;

/** A struct of NVML whose layout can be asked for. */
abstract class NvmlStruct extends Structure {
  public int offset(String field) {
    return fieldOffset(field);
  }

  /** What NVML wants in the {@code version} field: the size, and the version in the top byte. */
  final int tag(int version) {
    return size() | version << 24;
  }
}
