/**
 * Words in lines of text: where they end, which of them are no names, and which name a set of data,
 * a position or a level.
 *
 * <p>Bytes and a place in them go in; what the word says comes out. The readers of lines and of
 * tables call it. Nothing here keeps anything of a line.
 */
package org.trainingexporter.parse.text.word;
