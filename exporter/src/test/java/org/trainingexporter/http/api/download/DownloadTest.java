package org.trainingexporter.http.api.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYSeries;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.CurveResponse;
import org.trainingexporter.plots.DrawnRun;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.Lines;

/** Curves as files: tables with every record, and pictures. */
@Timeout(60)
final class DownloadTest {
  private static final String HEAD = "run,signal,position,time,time_iso,attempt,value";

  @TempDir private Path root;
  private RunningExporter exporter;

  @AfterEach
  void stop() {
    if (exporter != null) {
      exporter.close();
    }
  }

  private void watch(String lines) throws Exception {
    Path log = Files.createDirectories(root.resolve("run")).resolve("train.jsonl");
    Files.writeString(log, lines);
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"run\"");
  }

  private List<String> rows(String query) throws Exception {
    List<String> lines = exporter.get("api/plots.csv?" + query).body().lines().toList();
    assertEquals(HEAD, lines.get(0));
    return lines.subList(1, lines.size());
  }

  private BufferedImage picture(String query) throws Exception {
    URI address = URI.create(exporter.url() + "api/plots.png?" + query);
    try (InputStream in = address.toURL().openStream()) {
      return ImageIO.read(in);
    }
  }

  @Test
  void a_table_has_every_record_of_the_log_and_is_named_by_run_and_signal() throws Exception {
    watch(Lines.trains(1, 5000));

    HttpResponse<String> reply = exporter.get("api/plots.csv?run=run&signal=loss");
    assertEquals(
        "attachment; filename=\"run_loss.csv\"",
        reply.headers().firstValue("Content-Disposition").orElseThrow());
    assertEquals(5001, reply.body().lines().count());
    assertEquals(
        "run,loss,5000,1763803400,2025-11-22T09:23:20Z,0,2",
        reply.body().lines().skip(5000).findFirst().orElseThrow());
  }

  @Test
  void a_thinned_table_has_the_points_that_are_drawn() throws Exception {
    watch(Lines.trains(1, 5000));
    int drawn = rows("run=run&signal=loss&thinned=1").size();
    assertTrue(drawn > 1 && drawn <= 1000, drawn + " rows");
    assertEquals(400, exporter.get("api/plots.csv?thinned=yes").statusCode());
  }

  @Test
  void records_that_a_rewind_has_made_void_stay_in_the_table_as_in_the_log() throws Exception {
    watch(Lines.trains(1, 20) + Lines.train(10, 1.5) + Lines.train(11, 1.25));
    List<String> rows = rows("run=run&signal=loss");
    assertEquals(22, rows.size());
    assertTrue(rows.get(20).startsWith("run,loss,10,") && rows.get(20).endsWith(",1.5"));
  }

  @Test
  void a_key_that_another_one_has_replaced_is_not_mixed_into_its_signal() throws Exception {
    watch(
        """
        {"step":1,"train_loss":9}
        {"step":2,"train_loss":8}
        {"step":3,"train_loss":8,"loss":3}
        {"step":4,"loss":2}
        """);
    List<String> values =
        rows("signal=loss").stream().map(row -> row.replaceFirst(".*,", "")).toList();
    assertEquals(List.of("3", "2"), values);
  }

  @Test
  void percent_is_a_ratio_and_what_is_no_number_is_named() throws Exception {
    watch(
        """
        {"step":1,"loss":NaN,"accuracy":50}
        {"step":2,"loss":2,"accuracy":75}
        {"step":3,"loss":2,"accuracy":80,"own":7}
        """);
    List<String> rows = rows("signal=accuracy,loss");
    assertTrue(
        rows.stream().anyMatch(row -> row.matches("run,accuracy,1,.*,0.5")), rows.toString());
    assertTrue(rows.stream().anyMatch(row -> row.matches("run,loss,1,.*,NaN")), rows.toString());
    assertEquals(1, rows("signal=value:own").size());
  }

  @Test
  void a_picture_has_the_wanted_size_and_the_theme_s_ground() throws Exception {
    watch(Lines.trains(1, 500) + Lines.eval(500, 1.5));
    BufferedImage light = picture("run=run&plot=loss");
    assertEquals(List.of(900, 450), List.of(light.getWidth(), light.getHeight()));
    assertEquals(0xffffffff, light.getRGB(2, 2));
    BufferedImage dark =
        picture("plot=validation_loss&theme=dark&width=400&height=300&x=time&log=1");
    assertEquals(List.of(400, 300), List.of(dark.getWidth(), dark.getHeight()));
    assertEquals(0xff171d24, dark.getRGB(2, 2));
  }

  /** XChart would label the steps 31, 124, 217 and so on where the records are evenly apart. */
  @Test
  void a_picture_has_the_same_grid_whether_or_not_records_are_evenly_apart() throws Exception {
    StringBuilder even = new StringBuilder();
    for (int i = 1; i <= 120; i++) {
      even.append("{\"step\":").append(31 * i).append(",\"loss\":").append(2).append("}\n");
    }
    watch(even.toString());
    List<Integer> grid = grid(picture("plot=loss"));
    exporter.close();
    watch(even.toString().replace("\"step\":1550,", "\"step\":1555,"));
    assertEquals(grid(picture("plot=loss")), grid);
    assertTrue(grid.size() > 3 && grid.size() < 12, grid.toString());
  }

  /** Where the vertical lines of a picture's grid stand, above its curve. */
  private static List<Integer> grid(BufferedImage picture) {
    int y = picture.getHeight() / 10;
    return IntStream.range(picture.getWidth() / 10, picture.getWidth())
        .filter(x -> picture.getRGB(x, y) != 0xffffffff && picture.getRGB(x - 1, y) == 0xffffffff)
        .boxed()
        .toList();
  }

  @Test
  void a_picture_of_nothing_but_nan_is_drawn_too() throws Exception {
    watch("{\"step\":1,\"loss\":NaN}\n{\"step\":2,\"loss\":NaN}\n");
    assertEquals(900, picture("plot=loss").getWidth());
    assertEquals(900, picture("plot=loss&x=time&log=1").getWidth());
  }

  @Test
  void a_picture_has_no_mean_of_fewer_than_ten_records_of_an_attempt() throws Exception {
    assertEquals(Map.of("Loss", 2f), lines("loss", Lines.trains(1, 15)));
    assertEquals(Map.of("Loss", 2f), lines("loss", Lines.trains(1, 99)));
    Map<String, Float> both = Map.of("each", 1f, "rolling mean", 2f);
    assertEquals(both, lines("loss", Lines.trains(1, 200)));
    assertEquals(both, lines("steps_per_second", Lines.trains(1, 15)));
    assertEquals(Map.of("Loss", 2f), lines("loss", Lines.trains(1, 80) + Lines.trains(1, 80)));
  }

  /** What the legend of a log's picture names, and how strong each line is. */
  private Map<String, Float> lines(String plot, String log) throws Exception {
    try (DrawnRun run = new DrawnRun(Files.createTempDirectory(root, "drawn"))) {
      run.write(log.strip());
      CurveRequest curves = CurveRequest.of(run.name(), List.of(plot, plot + "_smoothed"));
      CurveResponse found = run.plots.ask(curves).join().orElseThrow();
      return ChartRenderer.chart(request(curves, plot), found, run.logs.run())
          .getSeriesMap()
          .values()
          .stream()
          .filter(XYSeries::isShowInLegend)
          .collect(Collectors.toMap(XYSeries::getName, it -> it.getLineStyle().getLineWidth()));
    }
  }

  private static PictureRequest request(CurveRequest curves, String plot) {
    return new PictureRequest(curves, plot, 900, 450, false, false, false);
  }

  @Test
  void what_cannot_be_drawn_is_told() throws Exception {
    watch(Lines.trains(1, 20));
    HttpResponse<String> reply = exporter.get("api/plots.png?plot=reward");
    assertEquals(404, reply.statusCode());
    assertTrue(reply.body().contains("the run has no \\\"reward\\\"; it has [loss"), reply.body());
    assertEquals(400, exporter.get("api/plots.png?plot=nothing").statusCode());
    assertEquals(400, exporter.get("api/plots.png?width=9").statusCode());
  }

  @Test
  void a_machine_without_fonts_says_so() throws Exception {
    try (DrawnRun run = new DrawnRun(root)) {
      run.write(Lines.trains(1, 5).strip());
      CurveRequest curves = CurveRequest.of(run.name(), List.of("loss"));
      CurveResponse found = run.plots.ask(curves).join().orElseThrow();
      RunSnapshot snapshot = run.logs.run();
      ApiContext model =
          new ApiContext(
              () -> List.of(snapshot), Optional::empty, run.plots, null, InstantSource.system());
      PictureRenderer none =
          (request, response, ofRun) -> {
            throw new PictureUnavailable("no font");
          };
      PictureRequest request = request(curves, "loss");
      Problem problem =
          assertThrows(
              Problem.class, () -> new PictureEndpoint(model, none).answer(null, request, found));
      assertEquals("this machine cannot draw pictures: no font", problem.getMessage());
    }
  }
}
