package org.trainingexporter.gpu.nvml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/** A library with NVML's ABI that reads its cards from a text; see nvml_standin.c. */
public final class NvmlStandin {
  private final Path library;

  private NvmlStandin(Path library) {
    this.library = library;
  }

  public static NvmlStandin build(Path folder, String... flags) {
    Path library = folder.resolve("libstandin.so");
    String[] all = new String[flags.length + 2];
    System.arraycopy(flags, 0, all, 2, flags.length);
    all[0] = "-shared";
    all[1] = "-fPIC";
    Compiler.compile("nvml_standin.c", library, all);
    return new NvmlStandin(library);
  }

  /** The loader takes a copy for another library, so that nothing is left of an earlier use. */
  NvmlStandin copyTo(Path folder) throws IOException {
    return new NvmlStandin(Files.copy(library, folder.resolve("libcopy.so")));
  }

  public NvmlStandin with(String cards) {
    return write(".cards", cards);
  }

  /** Adds an XID error that the driver tells once. */
  public void xid(int card, int number) {
    try {
      Files.writeString(
          beside(".xids"),
          "xid " + card + " " + number + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a call hangs. */
  public boolean hangs() {
    return Files.exists(beside(".hung"));
  }

  /** Lets calls that hang go on. */
  public void release() {
    write(".go", "");
  }

  public NvmlGpus gpus() {
    return new NvmlGpus(Optional.of(library.toString()), true, Clock.systemUTC());
  }

  public Path library() {
    return library;
  }

  private NvmlStandin write(String suffix, String text) {
    try {
      Path whole = Files.writeString(beside(suffix + ".new"), text);
      Files.move(whole, beside(suffix), StandardCopyOption.ATOMIC_MOVE);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path beside(String suffix) {
    return Path.of(library + suffix);
  }
}
