package org.trainingexporter.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The page's chart library, one file of its WebJar. */
final class UPlot {
  static final String FILE = "uplot.min.js";

  private static final String VERSION = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String RESOURCE =
      "/META-INF/resources/webjars/uplot/%s/dist/uPlot.iife.min.js";

  private UPlot() {}

  /** The path of the resource, which has the version of the WebJar in it. */
  static String resource() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = UPlot.class.getResourceAsStream(VERSION)) {
      if (in != null) {
        properties.load(in);
      }
    }
    return RESOURCE.formatted(properties.getProperty("version", ""));
  }
}
