package org.trainingexporter.http.api.download;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.trainingexporter.plots.CurveResponse;
import org.trainingexporter.run.RunSnapshot;

/** Draws with XChart and AWT, which are loaded by the first picture. Any thread. */
final class ChartRenderer implements PictureRenderer {
  private static final float THIN = 1;
  private static final float STRONG = 2;
  private static final int FEW = 60;

  @Override
  public byte[] draw(PictureRequest request, CurveResponse curves, RunSnapshot run)
      throws IOException, PictureUnavailable {
    tryFonts();
    XYChart chart = chart(request, curves, run);
    return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
  }

  /** A JVM without its desktop module, fontconfig or a font fails at the first text. */
  private static void tryFonts() throws PictureUnavailable {
    System.setProperty("java.awt.headless", "true");
    try {
      Fonts.measure();
    } catch (LinkageError | InternalError | AWTError | RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      throw new PictureUnavailable(
          "fontconfig, a font or Java's desktop module is missing (" + reason + ")");
    }
  }

  /** Its classes are loaded when it is used. */
  private static final class Fonts {
    private Fonts() {}

    static void measure() {
      ImageIO.setUseCache(false); // nothing is written to the disk
      Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("0");
      pen.dispose();
    }
  }

  static XYChart chart(PictureRequest request, CurveResponse curves, RunSnapshot run) {
    String title = title(request.plot());
    String unit = CurveResponse.unit(request.plot());
    boolean epochs = Double.isNaN(run.position().step());
    XYChart chart =
        new XYChartBuilder()
            .width(request.width())
            .height(request.height())
            .title(title + " · " + run.identity().name())
            .xAxisTitle(request.byTime() ? "time (UTC)" : epochs ? "epoch" : "step")
            .yAxisTitle(unit.isEmpty() ? title.toLowerCase(Locale.ROOT) : unit)
            .build();
    PictureColours colours = PictureColours.of(request.dark());
    PictureData data = new PictureData(request, curves, run);
    style(chart, request, colours, data);
    add(chart, request, "checkpoint", data.checkpoints(), colours.soft(), THIN / 2);
    add(chart, request, "best checkpoint", data.bestCheckpoint(), colours.mark(), STRONG);
    add(chart, request, "rewind", data.rewinds(), colours.bad(), THIN);
    PictureData.Dots mean = data.mean();
    boolean smoothed = !mean.x().isEmpty();
    Color own = smoothed ? colours.faint() : colours.line();
    String label = smoothed ? "each" : title;
    PictureData.Dots raw = data.line(request.plot());
    XYSeries line = add(chart, request, label, raw, own, smoothed ? THIN : STRONG);
    if (line != null && raw.x().size() <= FEW) {
      line.setMarker(SeriesMarkers.CIRCLE);
    }
    add(chart, request, "rolling mean", mean, colours.line(), STRONG);
    if (!request.byTime()) {
      labelRoundSteps(chart, data);
    }
    return chart;
  }

  /**
   * Adds a point that is not drawn: where all records are evenly apart, XChart labels their own
   * steps instead of round ones.
   */
  private static void labelRoundSteps(XYChart chart, PictureData data) {
    double[] ends = data.xEnds();
    double between = ends[0] + (ends[1] - ends[0]) / Math.PI;
    chart
        .addSeries("round", new double[] {between}, new double[] {Double.NaN})
        .setShowInLegend(false);
  }

  private static void style(
      XYChart chart, PictureRequest request, PictureColours colours, PictureData data) {
    double[] x = data.xEnds();
    double[] y = data.yEnds();
    chart
        .getStyler()
        .setXAxisMin(x[0])
        .setXAxisMax(x[1])
        .setYAxisMin(y[0])
        .setYAxisMax(y[1])
        .setYAxisLogarithmic(request.logarithmic() && y[0] > 0)
        .setTimezone(TimeZone.getTimeZone("UTC"))
        .setLocale(Locale.ROOT)
        .setPlotGridLinesColor(colours.grid())
        .setPlotGridLinesStroke(new BasicStroke(THIN))
        .setAxisTickLabelsColor(colours.soft())
        .setAxisTickMarksColor(colours.soft())
        .setPlotMargin(0)
        .setyAxisTickLabelsFormattingFunction(ChartRenderer::tick);
    if (!request.byTime()) {
      chart.getStyler().setxAxisTickLabelsFormattingFunction(ChartRenderer::tick);
    }
    chart
        .getStyler()
        .setChartBackgroundColor(colours.surface())
        .setPlotBackgroundColor(colours.surface())
        .setPlotBorderVisible(false)
        .setChartFontColor(colours.text())
        .setXAxisTitleColor(colours.soft())
        .setYAxisTitleColor(colours.soft())
        .setLegendBackgroundColor(colours.surface())
        .setLegendBorderColor(colours.surface())
        .setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal)
        .setMarkerSize(6);
  }

  private static XYSeries add(
      XYChart chart,
      PictureRequest request,
      String name,
      PictureData.Dots dots,
      Color colour,
      float width) {
    if (dots.x().isEmpty()) {
      return null;
    }
    XYSeries series =
        request.byTime()
            ? chart.addSeries(name, dots.dates(), dots.y())
            : chart.addSeries(name, dots.x(), dots.y());
    series.setMarker(SeriesMarkers.NONE).setMarkerColor(colour);
    series.setLineColor(colour).setLineStyle(new BasicStroke(width));
    return series;
  }

  private static String title(String plot) {
    String text = plot.startsWith("value:") ? plot.substring(6) : plot.replace('_', ' ');
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Four significant digits without zeros at the end. */
  private static String tick(double value) {
    double size = Math.abs(value);
    if (size == 0 || (size >= 1e-3 && size < 1e7)) {
      String text = String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : "%.4f", value);
      return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
    return String.format(Locale.ROOT, "%.2e", value)
        .replaceFirst("\\.?0*e", "e")
        .replaceFirst("e([+-])0?", "e$1")
        .replace("e+", "e");
  }
}
