package org.trainingexporter.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The page's chart library, one file of its WebJar. */
final class ECharts {
  static final String FILE = "echarts.min.js";

  private static final String VERSION = "/META-INF/maven/org.webjars.npm/echarts/pom.properties";
  private static final String RESOURCE = "/META-INF/resources/webjars/echarts/%s/dist/" + FILE;

  private ECharts() {}

  /** The path of the resource, which has the version of the WebJar in it. */
  static String resource() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = ECharts.class.getResourceAsStream(VERSION)) {
      if (in != null) {
        properties.load(in);
      }
    }
    return RESOURCE.formatted(properties.getProperty("version", ""));
  }
}
