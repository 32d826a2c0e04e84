package org.trainingexporter.parse.json.template;

import org.trainingexporter.parse.scan.LineValues;
import org.trainingexporter.parse.source.BlockScan;
import org.trainingexporter.tail.Block;

/** The values of those lines of a block that fit a template. */
final class TemplateScan implements BlockScan {
  final LineTemplate template;
  final LineValues values;

  /**
   * @param values into which is read, of an earlier scan that nobody needs any more
   */
  TemplateScan(LineTemplate template, LineValues values) {
    this.template = template;
    this.values = values;
  }

  @Override
  public void scan(Block block) {
    template.begin(values);
    if (block.bytes()[block.to() - 1] == '\n') { // else bytes of an earlier block may be behind it
      values.readAll(block, template::read);
    }
  }
}
