package org.trainingexporter.run.layer;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of a run's layers, immutable; numbers may be unknown.
 *
 * @param layers in the order of the model, else of the log
 * @param dropped layers of the newest record that had no room
 */
public record LayersSnapshot(ModelDiagram model, List<LayerSnapshot> layers, long dropped) {
  static final LayersSnapshot NONE = new LayersSnapshot(ModelDiagram.NONE, List.of(), 0);

  private static final int MOST_SHOWN = 30;
  private static final double DEAD_SHARE = 0.1;
  private static final double DEAD_STDDEV = 1e-5;

  /** Of many layers the first, the last and some evenly between: at most 30. */
  public static List<LayerSnapshot> shown(List<LayerSnapshot> all) {
    int shown = Math.min(MOST_SHOWN, all.size());
    return IntStream.range(0, shown)
        .mapToObj(i -> all.get(shown == 1 ? 0 : i * (all.size() - 1) / (shown - 1)))
        .toList();
  }

  /** The layers whose histograms are shown. */
  public List<LayerSnapshot> withHistograms() {
    return shown(layers.stream().filter(LayerSnapshot::hasHistogram).toList());
  }

  /** The parameters of the whole model; unknown where a layer's are not logged. */
  public double parameters() {
    return layers.isEmpty()
        ? UNKNOWN
        : layers.stream().mapToDouble(LayerSnapshot::parameters).sum();
  }

  /** The model as a diagram, of at most 200 nodes. */
  public record ModelDiagram(String name, List<ModelNode> nodes, List<ModelEdge> edges) {
    static final ModelDiagram NONE = new ModelDiagram("", List.of(), List.of());
  }

  /** A layer, a block of layers or an input, and its coordinates in a diagram around (0, 0). */
  public record ModelNode(
      String id, String title, String kind, String shape, double parameters, double x, double y) {}

  /** What flows from one node to another, by their ids. */
  public record ModelEdge(String source, String target) {}

  /**
   * A layer; {@code kind}, {@code shape} and {@code inputs} are empty where no model was logged.
   */
  public record LayerSnapshot(
      String name,
      String kind,
      String shape,
      double parameters,
      List<String> inputs,
      LayerStatistics weight,
      LayerStatistics gradient,
      LayerStatistics activation) {

    /** Whether so many of its weights are near zero, or so alike, that it may do nothing. */
    public boolean isDeadProne() {
      return weight.nearZero > DEAD_SHARE || weight.stddev < DEAD_STDDEV;
    }

    /** Whether a histogram of any of its tensors was logged. */
    boolean hasHistogram() {
      return weight.latest != null || gradient.latest != null || activation.latest != null;
    }
  }

  /**
   * The newest finite statistics of a tensor; null for a histogram that was never logged.
   *
   * @param position of the newest record that has any of them
   */
  public record LayerStatistics(
      double position,
      double mean,
      double stddev,
      double min,
      double max,
      double norm,
      double nearZero,
      double zeroUnits,
      BinnedHistogram initial,
      BinnedHistogram latest) {
    static final LayerStatistics NONE =
        new LayerStatistics(
            UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, null, null);

    /** Whether the log has anything of the tensor. */
    public boolean isLogged() {
      return !equals(NONE);
    }
  }

  /**
   * How many elements are in each bin; bins have equal width, the end bins hold all beyond them.
   */
  public static final class BinnedHistogram {
    private final double lower;
    private final double upper;
    private final double[] counts;
    private final BinLabels names;

    /**
     * @param names shared by all histograms on the same bins
     */
    BinnedHistogram(double lower, double upper, double[] counts, BinLabels names) {
      this.lower = lower;
      this.upper = upper;
      this.counts = counts;
      this.names = names;
    }

    public BinLabels names() {
      return names;
    }

    public int bins() {
      return counts.length;
    }

    public double count(int bin) {
      return counts[bin];
    }

    /** The lower edge of a bin; of the one past the last bin the upper edge of all. */
    public double edge(int bin) {
      return bin == counts.length ? upper : lower + bin * ((upper - lower) / counts.length);
    }
  }
}
