package org.trainingexporter.web.reply;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptEncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.1", "*", "br;q=1.0, * ; q=0.5"})
  void allows_gzip(String header) {
    assertTrue(AcceptEncoding.allowsGzip(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "xgzip"})
  void does_not(String header) {
    assertFalse(AcceptEncoding.allowsGzip(header));
  }
}
