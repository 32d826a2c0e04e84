package org.trainingexporter.gpu.nvml.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Structure.FieldOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.gpu.nvml.Compiler;

final class NvmlStructsTest {
  @Test
  void every_struct_lies_in_memory_as_a_compiler_lays_it(@TempDir Path folder) throws Exception {
    Path program = folder.resolve("layout");
    Compiler.compile("nvml_layout.c", program);
    List<String> compiled = Compiler.run(List.of(program.toString())).lines().sorted().toList();

    List<String> ours = new ArrayList<>();
    for (Class<?> type : NvmlStructs.class.getDeclaredClasses()) {
      NvmlStruct struct = (NvmlStruct) type.getDeclaredConstructor().newInstance();
      ours.add(type.getSimpleName() + " " + struct.size());
      for (String field : type.getAnnotation(FieldOrder.class).value()) {
        ours.add(type.getSimpleName() + "." + field + " " + struct.offset(field));
      }
    }
    ours.sort(Comparator.naturalOrder());
    assertEquals(String.join("\n", compiled), String.join("\n", ours));
  }

  @Test
  void the_version_of_a_struct_holds_its_size() {
    assertEquals(0x2000028, new NvmlStructs.MemoryV2().version);
    assertEquals(0x100000C, new NvmlStructs.Temperature().version);
  }
}
