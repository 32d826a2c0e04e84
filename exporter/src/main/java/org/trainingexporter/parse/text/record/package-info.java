/**
 * From the pairs of a line to its record.
 *
 * <p>{@code LineRecord} decides whether a line is a record, adds its position, which lines above
 * may have set, and gives each number to {@code RecordReader}. {@code TextLine} calls it. It does
 * not know how lines are written.
 */
package org.trainingexporter.parse.text.record;
