package org.trainingexporter.parse.time;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.trainingexporter.tail.FileState;

/**
 * What a full scan depends on: two scans of equal subjects find the same.
 *
 * @param files the rotated copies, oldest first, and the live file
 * @param state of the live file; null where it is gone
 * @param isSilent whether an unended last line counts
 * @param renamed the log's keys to ours, as configured
 * @param zone of times that are logged without one
 */
public record ScanSubject(
    List<Path> files, FileState state, boolean isSilent, Map<String, String> renamed, ZoneId zone) {

  /** The live file. */
  Path live() {
    return files.get(files.size() - 1);
  }
}
