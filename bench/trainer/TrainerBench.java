import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.Batchifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.trainer.monitor.TrainingMonitor;
import org.trainingexporter.trainer.network.ActivationKind;
import org.trainingexporter.trainer.network.MonitoredBlock;
import org.trainingexporter.trainer.network.MonitoredCnn;
import org.trainingexporter.trainer.network.MonitoredMlp;
import org.trainingexporter.trainer.settings.TrainingSettings;
import org.trainingexporter.trainer.training.Training;

/**
 * {@code speed spiral|digits ROUNDS STEPS}: the same plain DJL program without the monitor and with
 * it, then the trainer itself, in turn. {@code memory STEPS}: one long training. Prints a JSON
 * object a line.
 */
final class TrainerBench {
  private static final Path OUT = Path.of("bench/out/trainer");

  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(OUT);
    if (arguments[0].equals("memory")) {
      memory(Integer.parseInt(arguments[1]));
      return;
    }
    boolean spiral = arguments[1].equals("spiral");
    int steps = Integer.parseInt(arguments[3]);
    for (int round = 0; round <= Integer.parseInt(arguments[2]); round++) { // the first warms up
      timed("bare", round, () -> plain(spiral, steps, null));
      Path directory = Files.createTempDirectory(OUT, "monitored");
      timed("monitored", round, () -> plain(spiral, steps, directory));
      timed("trainer", round, () -> whole(spiral, steps));
    }
  }

  private interface Work {
    long steps() throws Exception;
  }

  private static void timed(String what, int round, Work work) throws Exception {
    long began = System.nanoTime();
    long beganCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long steps = work.steps();
    double cpu =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - beganCpu) / 1e9;
    double wall = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "{\"what\": \"%s\", \"round\": %d, \"steps\": %d, \"seconds\": %f, \"cpu\": %f}%n",
        what, round, steps, wall, cpu);
  }

  /** A DJL program as its documentation has it; the monitor is one line of it. */
  private static long plain(boolean spiral, int steps, Path directory) throws IOException {
    int size = spiral ? 32 : 64;
    Shape shape = spiral ? new Shape(size, 2) : new Shape(size, 1, 28, 28);
    MonitoredBlock network =
        spiral
            ? new MonitoredMlp(List.of(64, 64), ActivationKind.RELU, 0, 3)
            : new MonitoredCnn(ActivationKind.RELU, 0, 10);
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .optOptimizer(
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build());
    if (directory != null) {
      config.addTrainingListeners(new TrainingMonitor(directory, 10));
    }
    try (Model model = Model.newInstance("model")) {
      model.setBlock(network);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(shape);
        NDArray features = trainer.getManager().randomNormal(shape);
        NDArray labels = trainer.getManager().create(new long[size]);
        for (int i = 0; i < steps; i++) {
          try (Batch batch = batch(trainer.getManager().newSubManager(), features, labels)) {
            EasyTrain.trainBatch(trainer, batch);
            trainer.step();
          }
        }
      }
    }
    return steps;
  }

  private static Batch batch(NDManager manager, NDArray features, NDArray labels) {
    NDArray copy = features.duplicate();
    NDArray classes = labels.duplicate();
    copy.attach(manager);
    classes.attach(manager);
    Batchifier stack = Batchifier.STACK;
    int size = (int) labels.size();
    return new Batch(manager, new NDList(copy), new NDList(classes), size, stack, stack, 0, 1);
  }

  private static long whole(boolean spiral, int steps) throws Exception {
    Training training = training(spiral ? "spiral" : "digits", steps / (spiral ? 25 : 125) + 1);
    training.run();
    return training.progress().step();
  }

  private static Training training(String data, int epochs) throws Exception {
    String choices = "{\"dataset\": \"" + data + "\", \"epochs\": " + epochs + "}";
    TrainingSettings settings = TrainingSettings.read(JsonMapper.builder().build().readTree(choices));
    return new Training(settings, Files.createTempDirectory(OUT, data));
  }

  private static void memory(int steps) throws Exception {
    Training training = training("spiral", steps / 25);
    Thread thread =
        new Thread(
            () -> {
              try {
                training.run();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    NDManager top = NDManager.newBaseManager();
    while (top.getParentManager() != null && top.getParentManager() != top) {
      top = top.getParentManager();
    }
    for (int next = steps / 10; next <= steps; next += steps / 10) {
      while (training.progress().step() < next && thread.isAlive()) {
        Thread.sleep(10);
      }
      System.out.printf(
          "{\"step\": %d, \"rss_kib\": %d, \"arrays\": %d}%n",
          training.progress().step(), resident(), top.getManagedArrays().size());
    }
    thread.join();
  }

  private static long resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("no VmRSS");
  }
}
