package org.trainingexporter.parse.eventfile.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trainingexporter.event.layer.Tensor;

/**
 * The layer and the tensor that a histogram's tag names: {@code fc1/weight}, {@code fc1.weight},
 * {@code dense/kernel_0}, {@code fc1/gradient}, {@code gradients/fc1}, {@code fc1/activation},
 * {@code fc1/output}. Biases are no layer of their own, and are left out.
 */
public record LayerTag(String layer, Tensor tensor) {
  private static final int LONGEST = 200;

  /** What Keras and TensorFlow put behind a name: {@code kernel:0}, {@code kernel_0}. */
  private static final Pattern COUNT = Pattern.compile("[:_]\\d+$");

  private static final Set<String> WEIGHT = Set.of("weight", "weights", "kernel");
  private static final Set<String> GRADIENT = Set.of("gradient", "gradients", "grad", "grads");
  private static final Set<String> ACTIVATION =
      Set.of("activation", "activations", "output", "outputs");
  private static final Set<String> LEFT_OUT = Set.of("bias", "biases");

  /** Stands behind the tensor where a writer says what kind of summary it is. */
  private static final Set<String> SUMMARY = Set.of("histogram", "hist");

  /** What a tag names; empty where it names no tensor of a layer. */
  public static Optional<LayerTag> of(String tag) {
    List<String> words = new ArrayList<>(List.of(tag.split("(?<=[/.])")));
    boolean gradient = words.size() > 1 && GRADIENT.contains(word(words.get(0)));
    if (gradient) {
      words.remove(0);
    }
    Tensor tensor = gradient ? Tensor.GRADIENT : null;
    while (!words.isEmpty()) {
      String last = word(words.get(words.size() - 1));
      if (LEFT_OUT.contains(last)) {
        return Optional.empty();
      }
      Tensor its = joined(tensor, tensor(last));
      if (its == null && !SUMMARY.contains(last)) {
        break;
      }
      tensor = its == null ? tensor : its;
      words.remove(words.size() - 1);
    }
    String layer = String.join("", words);
    while (layer.endsWith("/") || layer.endsWith(".")) {
      layer = layer.substring(0, layer.length() - 1);
    }
    boolean names = tensor != null && !layer.isEmpty() && layer.length() <= LONGEST;
    return names ? Optional.of(new LayerTag(layer, tensor)) : Optional.empty();
  }

  private static String word(String segment) {
    String bare = segment.replaceAll("[/.]$", "").toLowerCase(Locale.ROOT);
    return COUNT.matcher(bare).replaceFirst("");
  }

  /** A gradient of a weight is a gradient, whichever stands first; null where they do not join. */
  private static Tensor joined(Tensor behind, Tensor its) {
    boolean gradient =
        (behind == Tensor.GRADIENT && its == Tensor.WEIGHT)
            || (behind == Tensor.WEIGHT && its == Tensor.GRADIENT);
    return gradient ? Tensor.GRADIENT : behind == null ? its : null;
  }

  private static Tensor tensor(String word) {
    if (WEIGHT.contains(word)) {
      return Tensor.WEIGHT;
    }
    if (GRADIENT.contains(word)) {
      return Tensor.GRADIENT;
    }
    return ACTIVATION.contains(word) ? Tensor.ACTIVATION : null;
  }
}
