package org.trainingexporter.gpu.nvml.binding;

import com.sun.jna.Structure;

/** A struct of NVML with its layout. */
abstract class NvmlStruct extends Structure {
  public int offset(String field) {
    return fieldOffset(field);
  }

  /** Value of a {@code version} field: the struct's size, with the version in the top byte. */
  final int tag(int version) {
    return size() | version << 24;
  }
}
