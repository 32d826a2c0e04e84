package org.trainingexporter.watch.beside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trainingexporter.watch.checkpoint.CheckpointFinder;
import org.trainingexporter.watch.checkpoint.FreeSpace;
import org.trainingexporter.watch.find.Folder;
import org.trainingexporter.watch.setting.SettingFiles;

/** Finds what lies beside the logs of one directory. One thread. */
public final class BesideFinder {
  private final Path directory;
  private final CheckpointFinder checkpoints = new CheckpointFinder();
  private final SettingFiles settingFiles = new SettingFiles();
  private final FreeSpace freeSpace = new FreeSpace();
  private final Map<Path, Folder> configuredFolders = new HashMap<>();
  private Map<String, String> settings = Map.of();

  public BesideFinder(Path directory) {
    this.directory = directory;
  }

  /**
   * Finds what there is now.
   *
   * @param parts the directory and its parts
   * @param others further directories that may hold checkpoints
   * @param configured directories of checkpoints that the configuration names
   * @param now seconds since 1970
   * @param nanos of the monotonic clock
   */
  public Beside find(
      List<Folder> parts, List<Folder> others, List<Path> configured, double now, long nanos) {
    List<Path> candidates = new ArrayList<>();
    Stream.concat(parts.stream(), others.stream()).forEach(f -> candidates.addAll(f.checkpoints()));
    Path goTo = candidates.isEmpty() ? directory : candidates.get(0).getParent();
    for (Path path : configured) {
      Folder folder = configuredFolders.computeIfAbsent(path, Folder::new);
      if (folder.refresh(nanos)) {
        candidates.addAll(folder.checkpoints());
        goTo = path;
      }
    }
    List<Path> files = parts.stream().flatMap(f -> f.settings().stream()).toList();
    settings = settingFiles.refresh(files).orElse(settings);
    return new Beside(
        checkpoints.find(candidates, now, nanos), settings, freeSpace.of(goTo, nanos));
  }
}
