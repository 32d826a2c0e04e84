package org.trainingexporter.http.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricsFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                            | text
          */*                                                           | text
          text/html                                                     | text
          application/openmetrics-text                                  | openmetrics
          application/openmetrics-text; version=0.0.1                   | openmetrics
          application/openmetrics-text; version="1.0.0"; charset=utf-8  | openmetrics
          application/openmetrics-text; version=9.9.9                   | text
          application/openmetrics-text;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.1 | openmetrics
          application/openmetrics-text;q=0.4,text/plain;version=0.0.4;q=0.5           | text
          text/plain,application/openmetrics-text                       | text
          application/openmetrics-text,text/plain                       | openmetrics
          application/openmetrics-text;q=0                              | text
          Application/OpenMetrics-Text;Q=0.5                            | openmetrics
          """)
  void the_highest_weight_wins(String accept, String format) {
    boolean open = MetricsFormat.contentType(accept).startsWith("application/openmetrics-text");

    assertEquals(format, open ? "openmetrics" : "text");
  }
}
