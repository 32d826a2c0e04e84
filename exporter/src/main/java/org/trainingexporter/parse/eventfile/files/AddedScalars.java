package org.trainingexporter.parse.eventfile.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Directories that PyTorch's {@code add_scalars} writes. One for each curve of a plot stands below
 * the run's own event files. It is called by the plot's tag and the curve's name, {@code loss_val},
 * and its values have the plot's tag alone.
 */
public final class AddedScalars {
  private static final int HEAD = 4_096;

  private AddedScalars() {}

  /** Whether a directory of that name may be one. */
  static boolean isNamedSo(Path directory) {
    Path name = directory.getFileName();
    return name != null && name.toString().indexOf('_') > 0;
  }

  /** Whether the first tag of an event file is the plot's that its directory is called by. */
  static boolean holdsOne(Path directory, Path file) throws IOException {
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      head = plain(new String(in.readNBytes(HEAD), ISO_8859_1));
    }
    String name = directory.getFileName().toString();
    String bytes = new String(name.getBytes(UTF_8), ISO_8859_1);
    for (int end = bytes.indexOf('_'); end > 0; end = bytes.indexOf('_', end + 1)) {
      if (head.contains("\n" + (char) end + bytes.substring(0, end))) {
        return true; // protobuf's field 1, its length, its text
      }
    }
    return false;
  }

  /**
   * The tag that a value would have without such directories: the plot's and the curve's name.
   *
   * @return the tag itself where the directory is not called by it
   */
  public static String tagOf(Path directory, String tag) {
    String prefix = plain(tag) + '_';
    Path name = directory.getFileName();
    boolean called = name != null && name.toString().startsWith(prefix);
    return called ? tag + '/' + name.toString().substring(prefix.length()) : tag;
  }

  /** As the writer makes a directory's name of a tag. */
  private static String plain(String tag) {
    return tag.replace('/', '_').replace(' ', '_');
  }
}
