/**
 * The parts of a record that are more than numbers under names: experts here, layers in {@code
 * section.layer}. A {@link Section} says which key begins it and reads it from the JSON parser.
 *
 * <p>In come JSON tokens, out go additions to the record and rejections of single values. Only
 * {@code parse.record} calls it, which also lists all sections. A section knows no other one.
 */
package org.trainingexporter.parse.section;
