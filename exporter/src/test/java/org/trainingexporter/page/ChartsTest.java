package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** Curves are where they are said to be, and follow mouse, fingers, keys and the theme. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class ChartsTest {
  /** The colours of the canvas below the dots that mark what is pointed at. */
  private static final String BELOW_DOTS =
      """
      () => {
        const plot = document.querySelector("figure[data-plot=learning_rate]");
        const canvas = plot.querySelector("canvas");
        const ratio = canvas.width / canvas.clientWidth;
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        return [...plot.querySelectorAll(".spot")].map(({ style }) => {
          const [x, y] = [style.left, style.top].map((pixels) => Math.floor(Number.parseFloat(pixels) * ratio));
          return [...copy.getImageData(x, y, 1, 1).data].join(" ");
        });
      }
      """;

  /** How much ink a curve takes, of so many points and of this width. */
  private static final String INK =
      """
      async ([points, width]) => {
        const base = document.querySelector("script[type=module]").src.replace("main.js", "chart/");
        const { ChartCanvas } = await import(base + "canvas.js");
        const { readTheme } = await import(base + "theme.js");
        const paper = document.body.appendChild(document.createElement("div"));
        const axis = (max) => ({ min: 0, max, ticks: [], format: String });
        const x = Array.from({ length: points }, (_, i) => i / (points - 1));
        const y = x.map((one) => 1 + Math.sin(12 * one));
        const scene = { x: axis(1), y: axis(2), lines: [{ x, y, width, colour: "#000" }] };
        const theme = { ...readTheme(), line: "transparent" };
        new ChartCanvas(paper).draw({ scene, theme, width: 600, height: 300 });
        const canvas = paper.querySelector("canvas");
        const all = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        return all.reduce((sum, value, i) => sum + (i % 4 === 3 ? value / 255 : 0), 0);
      }
      """;

  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    MadeLogs.write(root.resolve("llm"));
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"llm\"");
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query, Screen screen) {
    Visit visit = visits.open(exporter.url() + query, screen);
    visit.isDrawn("learning_rate");
    return visit;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.6, 2.2})
  void a_curve_of_many_points_is_as_thick_as_one_of_few(double width) {
    Page page = open("", Screen.DESKTOP).page;
    double few = ((Number) page.evaluate(INK, List.of(190, width))).doubleValue();
    double many = ((Number) page.evaluate(INK, List.of(210, width))).doubleValue();
    assertTrue(few > 500 && Math.abs(many / few - 1) < 0.12, few + " " + many);
  }

  private static Locator chart(Visit visit) {
    return visit.plot("learning_rate").locator(".chart");
  }

  /** Points at the curve, and returns the one colour of the canvas there. */
  private static String colourOfTheCurve(Visit visit, double fraction) {
    BoundingBox box = chart(visit).boundingBox();
    visit.page.mouse().move(box.x + fraction * box.width, box.y + box.height / 2);
    assertThat(visit.plot("learning_rate").locator(".spot")).hasCount(1);
    return ((List<?>) visit.ask(BELOW_DOTS)).get(0).toString();
  }

  private static int[] channels(String colour) {
    return Pattern.compile(" ").splitAsStream(colour).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void the_curve_is_drawn_where_the_crosshair_marks_it_on_every_axis() {
    for (String query : List.of("?x=step", "?x=time", "?x=relative", "?log=learning_rate")) {
      Visit visit = open(query, Screen.DESKTOP);
      for (double fraction : new double[] {0.4, 0.6, 0.8}) {
        int[] colour = channels(colourOfTheCurve(visit, fraction));
        assertTrue(colour[3] > 100 && colour[2] > colour[0] + 50, query + " " + fraction);
      }
    }
  }

  @Test
  void curves_take_the_colours_of_the_theme() {
    Visit visit = open("", Screen.DESKTOP);
    String light = colourOfTheCurve(visit, 0.6);
    visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(visit.at("html")).hasAttribute("data-theme", "dark");
    visit.page.waitForFunction("(light) => (" + BELOW_DOTS + ")()[0] !== light", light);
    int[] dark = channels(colourOfTheCurve(visit, 0.6));
    assertTrue(IntStream.of(dark).limit(3).sum() > IntStream.of(channels(light)).limit(3).sum());
  }

  @Test
  void keys_walk_along_the_curve_zoom_and_fill_the_screen() {
    Visit visit = open("", Screen.DESKTOP);
    chart(visit).focus();
    visit.page.keyboard().press("End");
    Locator tip = visit.plot("learning_rate").locator(".tip");
    assertEquals(MadeLogs.STEPS, visit.raw(tip.locator("[data-tip=step]")));
    visit.page.keyboard().press("ArrowLeft");
    assertEquals(
        (double) Math.round(MadeLogs.STEPS - 0.02 * (MadeLogs.STEPS - 1)),
        visit.raw(tip.locator("[data-tip=step]")));
    assertThat(visit.at("#announcer")).containsText("step 235");
    visit.page.keyboard().press("+");
    assertThat(visit.page).hasURL(Pattern.compile("from="));
    visit.page.keyboard().press("0");
    assertThat(visit.page).not().hasURL(Pattern.compile("from="));
    visit.page.keyboard().press("f");
    assertThat(visit.at("dialog figure[data-plot=learning_rate]")).isVisible();
    visit.isDrawn("learning_rate");
    double width = chart(visit).boundingBox().width;
    assertThat(visit.plot("learning_rate").locator("canvas"))
        .hasAttribute("width", String.valueOf(Math.round(width)));
  }

  @Test
  void two_fingers_zoom_and_one_moves() {
    Visit visit = open("", Screen.PHONE);
    chart(visit).scrollIntoViewIfNeeded();
    BoundingBox box = chart(visit).boundingBox();
    double middle = box.x + 70 + (box.width - 88) / 2;
    double top = box.y + box.height / 2;
    CDPSession fingers = visit.page.context().newCDPSession(visit.page);
    touch(fingers, "touchStart", top, middle - 20, middle + 20);
    for (int apart = 25; apart <= 40; apart += 5) {
      touch(fingers, "touchMove", top, middle - apart, middle + apart);
    }
    touch(fingers, "touchEnd", top);
    assertThat(visit.page).hasURL(Pattern.compile("from=6\\d(\\.\\d+)?&to=18\\d"));

    touch(fingers, "touchStart", top, middle);
    for (int moved = 10; moved <= 60; moved += 10) {
      touch(fingers, "touchMove", top, middle + moved);
    }
    touch(fingers, "touchEnd", top);
    assertThat(visit.page).hasURL(Pattern.compile("from=3\\d(\\.\\d+)?&to=15\\d"));
  }

  private static void touch(CDPSession session, String type, double y, double... xs) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < xs.length; i++) {
      JsonObject point = new JsonObject();
      point.addProperty("x", xs[i]);
      point.addProperty("y", y);
      point.addProperty("id", i);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void a_saved_picture_has_the_curve_twice_as_large_under_a_title_and_a_legend()
      throws IOException {
    Visit visit = open("", Screen.DESKTOP);
    double width = chart(visit).boundingBox().width;
    Locator tool = visit.plot("learning_rate").locator("[data-tool=image]");
    Download download = visit.page.waitForDownload(tool::click);
    BufferedImage picture = ImageIO.read(download.path().toFile());
    assertEquals(2 * Math.round(width), picture.getWidth());
    assertTrue(picture.getHeight() > 2 * (256 + 40), picture.getHeight() + " pixels high");
    int title = 60;
    assertTrue(blue(picture, 0, title) == 0 && dark(picture, 0, title) > 100, "a title");
    assertTrue(blue(picture, 160, picture.getHeight()) > 1000, "a curve");
  }

  /** Pixels of the curve's colour between two rows. */
  private static long blue(BufferedImage picture, int from, int to) {
    return count(picture, from, to, rgb -> (rgb & 255) > ((rgb >> 16) & 255) + 100);
  }

  private static long dark(BufferedImage picture, int from, int to) {
    return count(picture, from, to, rgb -> (rgb & 255) < 100);
  }

  private static long count(BufferedImage picture, int from, int to, IntPredicate is) {
    return IntStream.range(from, to)
        .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
        .filter(is)
        .count();
  }
}
