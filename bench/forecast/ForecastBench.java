import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.forecast.LossForecast;
import org.trainingexporter.run.forecast.LossForecaster;
import org.trainingexporter.run.position.Move;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.RunListener;
import org.trainingexporter.watch.Watcher;

/**
 * Backtests the forecast: each run below the directories is read up to half of its last position,
 * and the forecast for the last position is compared with the loss that was reached. A run without
 * eight validations, or a hundred losses, before its half is left out. A run with validations is
 * tried a second time by its training losses alone. {@code --runs} prints each run too. Prints a
 * Markdown table.
 */
final class ForecastBench {
  /** A loss that a log holds. */
  private record Loss(double position, double loss) {}

  /** A forecast and what came. */
  private record Trial(
      String run, boolean validates, LossForecast forecast, double level, double reached) {
    double error() {
      return Math.abs(forecast.mid() - reached) / Math.abs(reached);
    }

    /** The error of who says that the loss stays as it is. */
    double levelError() {
      return Math.abs(level - reached) / Math.abs(reached);
    }

    boolean isInside() {
      return forecast.low() <= reached && reached <= forecast.high();
    }
  }

  /** Gathers the losses of the last attempt and forecasts at a position. */
  private static final class Reader implements RunListener {
    final List<Loss> validations = new ArrayList<>();
    final List<Loss> records = new ArrayList<>();
    private final LossForecaster forecaster = new LossForecaster();
    private final boolean validates;
    private final double half;
    private final double last;
    LossForecast forecast;
    double levelValidation = Double.NaN;
    double levelRecords = Double.NaN;

    Reader(boolean validates, double half, double last) {
      this.validates = validates;
      this.half = half;
      this.last = last;
    }

    @Override
    public void after(LogRecord record, Applied applied, RunState state) {
      double at = applied.at().position();
      if (at >= half && forecast == null) {
        forecast = forecaster.at(last);
        levelValidation = validations.isEmpty() ? Double.NaN : end(validations, Integer.MAX_VALUE);
        levelRecords = end(records, 20);
      }
      if (applied.move() == Move.RESTART) {
        forecaster.restart();
        validations.clear();
        records.clear();
        forecast = null;
      } else if (applied.move() == Move.REWIND) {
        forecaster.rewind(at);
      }
      if (state.view().reads(record, Signal.REWARD)) {
        forecaster.reward();
      }
      if (validates) {
        add(record, state, Signal.VALIDATION_LOSS, at, validations);
      }
      if (applied.isTraining()) {
        add(record, state, Signal.LOSS, at, records);
      }
    }

    private void add(LogRecord record, RunState state, Signal signal, double at, List<Loss> to) {
      double loss = record.value(signal);
      if (state.view().reads(record, signal) && Double.isFinite(loss)) {
        to.add(new Loss(at, loss));
        if (signal == Signal.LOSS) {
          forecaster.train(loss, at);
        } else {
          forecaster.validate(loss, at);
        }
      }
    }
  }

  private static double end(List<Loss> losses, int each) {
    int of = Math.max(1, losses.size() / each);
    return losses.subList(losses.size() - Math.min(of, losses.size()), losses.size()).stream()
        .mapToDouble(Loss::loss)
        .average()
        .orElse(Double.NaN);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, List<Trial>> byGroup = new TreeMap<>();
    boolean each = List.of(arguments).contains("--runs");
    for (String argument : arguments) {
      if (!argument.startsWith("--")) {
        Path path = Path.of(argument).toAbsolutePath().normalize();
        for (Trial trial : trials(path)) {
          String group = path.getFileName() + (trial.validates ? ", validation" : ", training");
          byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(trial);
        }
      }
    }
    System.out.println("| logs | runs | median error | the same if the loss stayed | in the band |");
    System.out.println("|---|---|---|---|---|");
    List<Trial> all = new ArrayList<>();
    byGroup.forEach(
        (group, trials) -> {
          all.addAll(trials);
          print(group, trials);
          for (Trial t : each ? trials : List.<Trial>of()) {
            System.err.printf(
                Locale.ROOT,
                "%s/%s mid %.4g [%.4g, %.4g] level %.4g reached %.4g%n",
                group, t.run, t.forecast.mid(), t.forecast.low(), t.forecast.high(), t.level,
                t.reached);
          }
        });
    print("all", all);
  }

  private static void print(String group, List<Trial> trials) {
    double[] errors = trials.stream().mapToDouble(Trial::error).sorted().toArray();
    double[] levels = trials.stream().mapToDouble(Trial::levelError).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f %% | %.1f %% | %d of %d |%n",
        group,
        trials.size(),
        100 * errors[errors.length / 2],
        100 * levels[levels.length / 2],
        trials.stream().filter(Trial::isInside).count(),
        trials.size());
  }

  private static List<Trial> trials(Path directory) throws Exception {
    Watcher watcher =
        new Watcher(
            List.of(directory),
            new Logs(FileState::of, 1 << 24),
            run -> Optional.empty(),
            ZoneOffset.UTC,
            Optional.empty(),
            InstantSource.system());
    while (watcher.poll() == PollResult.MORE || !watcher.isReady()) {}
    List<Trial> trials = new ArrayList<>();
    for (PublishedRun run : watcher.watched()) {
      for (boolean validates : new boolean[] {true, false}) {
        trial(watcher, run, validates).ifPresent(trials::add);
      }
    }
    return trials;
  }

  private static Optional<Trial> trial(Watcher watcher, PublishedRun run, boolean validates)
      throws Exception {
    Reader whole = read(watcher, run, validates, Double.NaN, Double.NaN);
    double last = whole.records.stream().mapToDouble(Loss::position).max().orElse(Double.NaN);
    Reader half = read(watcher, run, validates, last / 2, last);
    boolean isTried = half.forecast != null && Double.isFinite(half.forecast.mid());
    if (!isTried || whole.validations.isEmpty() == validates) {
      return Optional.empty();
    }
    return Optional.of(
        new Trial(
            run.run().identity().name(),
            validates,
            half.forecast,
            validates ? half.levelValidation : half.levelRecords,
            validates ? end(whole.validations, Integer.MAX_VALUE) : end(whole.records, 20)));
  }

  private static Reader read(
      Watcher watcher, PublishedRun run, boolean validates, double half, double last)
      throws Exception {
    Reader reader = new Reader(validates, half, last);
    Replay replay = watcher.replay(run, reader);
    while (replay.poll(run, System.currentTimeMillis() / 1e3) == PollResult.MORE) {}
    return reader;
  }
}
