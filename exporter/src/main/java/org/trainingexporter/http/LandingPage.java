package org.trainingexporter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The landing page: {@code landing.html} with a table row for each run. Whatever comes out of a log
 * is escaped, and the policy allows nothing but the page's own style.
 */
final class LandingPage {
  private static final String PLACE_OF_ROWS = "<!-- runs -->";
  private static final String UNKNOWN = "–";

  private final String head;
  private final String tail;
  private final String policy;

  private LandingPage(String template) {
    int rows = template.indexOf(PLACE_OF_ROWS);
    this.head = template.substring(0, rows);
    this.tail = template.substring(rows + PLACE_OF_ROWS.length());
    int style = template.indexOf("<style>") + "<style>".length();
    String css = template.substring(style, template.indexOf("</style>"));
    this.policy = "default-src 'none'; style-src 'sha256-" + sha256(css) + "'";
  }

  static LandingPage load() {
    try (InputStream in = LandingPage.class.getResourceAsStream("landing.html")) {
      return new LandingPage(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String contentSecurityPolicy() {
    return policy;
  }

  String render(List<RunRow> runs) {
    StringBuilder html = new StringBuilder(head);
    for (RunRow run : runs) {
      html.append("<tr><th scope=\"row\">").append(Html.escape(run.name())).append("</th>");
      cell(html, "State", Html.escape(run.state()));
      cell(html, "Step", progress(run));
      cell(html, "Loss", Double.isNaN(run.loss()) ? UNKNOWN : format("%.4f", run.loss()));
      cell(html, "Last update", time(run.lastUpdateSeconds()));
      html.append("</tr>\n");
    }
    if (runs.isEmpty()) {
      html.append("<tr><td colspan=\"5\">No runs yet.</td></tr>\n");
    }
    return html.append(tail).toString();
  }

  private static void cell(StringBuilder html, String label, String content) {
    html.append("<td data-label=\"").append(label).append("\">").append(content).append("</td>");
  }

  private static String progress(RunRow run) {
    return Double.isNaN(run.plannedSteps())
        ? count(run.step())
        : count(run.step()) + " / " + count(run.plannedSteps());
  }

  private static String count(double steps) {
    return Double.isNaN(steps) ? UNKNOWN : format("%,.0f", steps);
  }

  private static String time(double seconds) {
    if (Double.isNaN(seconds)) {
      return UNKNOWN;
    }
    long second = Math.min(Math.max((long) seconds, 0), 253_402_300_799L);
    Instant time = Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.SECONDS);
    String text = time.toString().replace('T', ' ').replace("Z", " UTC");
    return "<time datetime=\"" + time + "\">" + text + "</time>";
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
