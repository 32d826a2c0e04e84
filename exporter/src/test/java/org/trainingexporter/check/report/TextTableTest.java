package org.trainingexporter.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void columns_are_as_wide_as_their_cells() {
    TextTable table = new TextTable(0, "key", "last").row("loss", "1").row("lr", "0.001");
    assertEquals("  key   last\n  loss  1\n  lr    0.001\n", table.toString());
  }

  @Test
  void the_column_that_gives_way_loses_its_middle() {
    TextTable table = new TextTable(0, "key", "last").row("a".repeat(60) + "b".repeat(60), "0.001");
    String row = table.toString().lines().toList().get(1);
    assertEquals(100, row.length());
    assertTrue(row.contains("aaa…bbb") && row.endsWith("b  0.001"), row);
  }
}
