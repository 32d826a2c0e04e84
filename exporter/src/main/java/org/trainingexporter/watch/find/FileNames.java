package org.trainingexporter.watch.find;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.parse.eventfile.files.EventFileName;

/** What names of files and directories mean. */
public final class FileNames {
  /** How the names of files end that may be logs. */
  public static final List<String> ENDINGS =
      List.of(
          ".jsonl",
          ".ndjson",
          ".json",
          ".csv",
          ".tsv",
          ".txt",
          ".log",
          ".out",
          ".err",
          ".dat",
          ".wandb",
          "meta.yaml");

  /**
   * Directories whose files are read with a log outside them, by the name of the log beside them or
   * of the directory around them.
   */
  private static final Map<String, Set<String>> INSIDE =
      Map.of(
          "meta.yaml", Set.of("metrics", "params", "tags", "inputs", "outputs"),
          "metrics.json", Set.of("plots"),
          "plots", Set.of("metrics"));

  private static final Pattern PART = Pattern.compile("logs|log|vis_data");
  private static final Pattern VERSION = Pattern.compile("version_\\d+");
  private static final Pattern WANDB_RUN = Pattern.compile("(offline-)?run-\\d{8}_\\d{6}-.+");
  private static final Set<String> REPEATING =
      Set.of("wandb", "mlruns", "runs", "tb", "tensorboard", "events");

  private static final Set<String> WANDB_BESIDE = Set.of("files", "logs");
  private static final Set<String> CHECKPOINTS =
      Set.of("checkpoints", "checkpoint", "ckpt", "weights");
  private static final Pattern CHECKPOINT_FOLDER =
      Pattern.compile("(checkpoint|ckpt|global_step|step|epoch|iter)[-_=]?\\d+.*");
  private static final Pattern CHECKPOINT_FILE =
      Pattern.compile(
          "(?!optimizer|scheduler|rng_state|scaler|training_args|.*-\\d+-of-\\d+\\.)"
              + "(.*\\.(pt|pth|ckpt|safetensors|h5|keras)|.*\\d+.*\\.(bin|pkl|npz|msgpack))");
  private static final Pattern STEP =
      Pattern.compile(
          "(?:global_step|step|iter\\w*?|checkpoint|ckpt|snapshot|ba|model)[-_=]?(\\d+)");
  private static final Pattern EPOCH = Pattern.compile("(?:epoch|ep)[-_=]?(\\d+)");

  private FileNames() {}

  static boolean mayBeLog(String name) {
    return EventFileName.isOne(name) || ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** The names of directories beside that log, or in that directory, that hold no logs. */
  static Set<String> inside(String name) {
    return INSIDE.getOrDefault(name, Set.of());
  }

  /** Whether a directory counts as part of the one above, by the names of both. */
  static boolean isPart(String name, String above) {
    return PART.matcher(name).matches()
        || (name.equals("files") && WANDB_RUN.matcher(above).matches());
  }

  /** Whether a directory of that name is a run of its own, unless it is the only such one. */
  static boolean isVersion(String name) {
    return VERSION.matcher(name).matches();
  }

  /** Whether a directory of that name may tell the training above once more. */
  static boolean repeatsRunAbove(String name) {
    return REPEATING.contains(name);
  }

  /** Whether a file is what W&B keeps beside a run's own file: its output and its summary. */
  public static boolean isBesideRun(Path file, Path run) {
    Path folder = file.getParent();
    return run.toString().endsWith(".wandb")
        && folder != null
        && folder.getParent() != null
        && folder.getParent().equals(run.getParent())
        && WANDB_BESIDE.contains(folder.getFileName().toString());
  }

  /** Whether a directory of that name holds checkpoints of the run above. */
  static boolean holdsCheckpoints(String name) {
    return CHECKPOINTS.contains(name);
  }

  static boolean isCheckpointFolder(String name) {
    return CHECKPOINT_FOLDER.matcher(name).matches();
  }

  static boolean mayBeCheckpointFile(String name) {
    return CHECKPOINT_FILE.matcher(name).matches();
  }

  /** The step in a checkpoint's name, or NaN. */
  public static double step(String name) {
    return number(STEP, name);
  }

  /** The epoch in a checkpoint's name, or NaN. */
  public static double epoch(String name) {
    return number(EPOCH, name);
  }

  private static double number(Pattern pattern, String name) {
    Matcher m = pattern.matcher(name.toLowerCase(Locale.ROOT));
    double found = Double.NaN;
    while (m.find()) {
      found = Double.parseDouble(m.group(1));
    }
    return found;
  }

  public static String withoutSuffix(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
