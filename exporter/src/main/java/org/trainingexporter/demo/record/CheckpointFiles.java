package org.trainingexporter.demo.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Writes the checkpoint of an adapter and its optimizer, with the modification times of a save at a
 * given time. The large files are sparse: their size is plausible, but they take no space.
 */
public final class CheckpointFiles {
  private static final long MIB = 1L << 20;
  private static final String CONFIG =
      "{\"peft_type\": \"LORA\", \"r\": 16, \"lora_alpha\": 32, \"lora_dropout\": 0.05}\n";

  private CheckpointFiles() {}

  /** Creates the directory and its files. */
  public static void save(Path directory, FileTime savedAt) throws IOException {
    Files.createDirectories(directory);
    Path config = Files.writeString(directory.resolve("adapter_config.json"), CONFIG);
    Path adapter = sparse(directory.resolve("adapter_model.safetensors"), 84 * MIB);
    Path optimizer = sparse(directory.resolve("optimizer.pt"), 168 * MIB);
    // The directory comes last, since creating files in it changes its time.
    for (Path path : List.of(config, adapter, optimizer, directory)) {
      Files.setLastModifiedTime(path, savedAt);
    }
  }

  private static Path sparse(Path file, long size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.allocate(1), size - 1);
    }
    return file;
  }
}
