package org.trainingexporter.watch.setting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingexporter.parse.setting.SettingsFile;
import org.trainingexporter.tail.FileState;

/**
 * The settings of a directory's files, each of which is read once and when it changes. One that is
 * not whole keeps what it said before. One thread.
 */
public final class SettingFiles {
  private record SeenFile(FileState state, Map<String, String> settings) {}

  private final Map<Path, SeenFile> seen = new TreeMap<>();

  /** All settings of those files, where something has changed since the last call. */
  public Optional<Map<String, String>> refresh(Collection<Path> files) {
    boolean changed = seen.keySet().retainAll(files);
    for (Path file : files) {
      changed |= read(file);
    }
    return changed ? Optional.of(all(List.copyOf(seen.keySet()))) : Optional.empty();
  }

  /** Whether the file is another than before. */
  private boolean read(Path file) {
    SeenFile before = seen.get(file);
    try {
      FileState state = FileState.of(file);
      if (before != null && before.state.equals(state)) {
        return false;
      }
      Map<String, String> settings = before == null ? Map.of() : before.settings;
      try {
        settings = SettingsFile.read(file);
      } catch (IOException e) {
        // Half written, broken or not ours to read: it is read again when it changes.
      }
      seen.put(file, new SeenFile(state, settings));
      return before == null ? !settings.isEmpty() : !settings.equals(before.settings);
    } catch (IOException e) {
      return seen.remove(file) != null; // gone
    }
  }

  private Map<String, String> all(List<Path> files) {
    Map<String, String> all = new LinkedHashMap<>();
    files.forEach(file -> seen.get(file).settings.forEach(all::putIfAbsent));
    return all;
  }

  /** The settings of the files beside a log that is read alone. */
  public static Map<String, String> beside(Path log) {
    List<Path> files = new ArrayList<>();
    Path directory = log.toAbsolutePath().getParent();
    for (String name : SettingsFile.NAMES) {
      files.add(directory.resolve(name));
    }
    return new SettingFiles().refresh(files).orElse(Map.of());
  }
}
