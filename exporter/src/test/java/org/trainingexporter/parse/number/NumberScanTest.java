package org.trainingexporter.parse.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.testing.Exploration;

class NumberScanTest {
  private final NumberScan scan = new NumberScan();

  private int read(String text) {
    byte[] bytes = (text + ",\n").getBytes(StandardCharsets.US_ASCII);
    return scan.read(bytes, 0, bytes.length);
  }

  @Test
  void what_lies_behind_the_end_is_not_read() {
    byte[] bytes = "12.345e678".getBytes(StandardCharsets.US_ASCII);
    assertEquals(2, scan.read(bytes, 0, 2));
    assertEquals(12, scan.value());
    assertEquals(5, scan.read(bytes, 0, 5));
    assertEquals(12.34, scan.value());
    assertEquals(8, scan.read(bytes, 0, 8));
    assertEquals(12.345e6, scan.value());
    assertEquals(10, scan.read("  12.50000".getBytes(StandardCharsets.US_ASCII), 2, 10));
    assertEquals(-1, scan.read(bytes, 0, 3));
    assertEquals(-1, scan.read(bytes, 0, 7));
    assertEquals(-1, scan.read(bytes, 0, 0));
  }

  @Property(seed = Exploration.SEED)
  void reads_every_double_as_it_was_written(@ForAll double written) {
    String text = Double.toString(written);
    if (read(text) >= 0) {
      assertEquals(written, scan.value());
    } else {
      assertTrue(written == 0 || text.length() > 18, text + " is plain");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "-12",
        "0.5",
        "2.623057508435977",
        "0.021176994270220545",
        "-0.00012345678901234567",
        "5.296610169491526E-9",
        "1e5",
        "1E+05",
        "0e0",
        "1763799300.923749",
        "123456789012345678",
        "1e300",
        "4.9e-324",
        "1e-400"
      })
  void reads_plain_numbers(String text) {
    assertEquals(text.length(), read(text));
    assertEquals(Double.parseDouble(text), scan.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.e5",
        "1e",
        "1e+",
        "-0",
        "-0.0",
        "1e400",
        "1e0001",
        "12345678901234567890",
        "1.234567890123456789",
        "NaN",
        "true",
        "/",
        ":"
      })
  void leaves_what_is_no_plain_number_to_the_parser(String text) {
    assertEquals(-1, read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1x", "1.5.2", "1e5e", "1-2"})
  void ends_before_what_is_no_part_of_a_number(String text) {
    int end = read(text);
    assertEquals(Double.parseDouble(text.substring(0, end)), scan.value());
  }
}
