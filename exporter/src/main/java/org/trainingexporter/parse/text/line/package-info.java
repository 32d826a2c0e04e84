/**
 * One line of text: its prefix, its bar, its pairs of names and numbers.
 *
 * <p>Bytes of a clean line go in; a {@code PairList} and a {@code BarScan} come out, which say
 * where a name stands and what number it has. Nothing here knows records or other lines. Called by
 * {@code TextLine} only.
 */
package org.trainingexporter.parse.text.line;
