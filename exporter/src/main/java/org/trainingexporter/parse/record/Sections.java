package org.trainingexporter.parse.record;

import java.util.List;
import org.trainingexporter.parse.section.ExpertLoadSection;
import org.trainingexporter.parse.section.ExpertUsageSection;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.section.Section;
import org.trainingexporter.parse.section.layer.LayerStatisticsSection;
import org.trainingexporter.parse.section.layer.ModelLayersSection;
import org.trainingexporter.parse.section.layer.WatchedLayersSection;

/** The structured parts that a record may hold. A new one is a file and a line here. */
public final class Sections {
  private static final List<Section> ALL =
      List.of(
          new ExpertUsageSection(),
          new ExpertLoadSection(),
          new LayerStatisticsSection(),
          new ModelLayersSection(),
          new WatchedLayersSection());

  private Sections() {}

  /** The section that begins at the key, nested names joined by dots; null where none does. */
  static Section at(String path) {
    for (Section section : ALL) {
      if (section.begins(path)) {
        return section;
      }
    }
    return null;
  }

  /** The role of a key whose value is a section or a text. */
  public static KeyRole role(String path) {
    Section section = at(path);
    return section != null ? section.role() : KeyRole.ofText(path);
  }
}
