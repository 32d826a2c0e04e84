/**
 * JSON lines. {@link JsonLinesFormat} is the row of this format, {@link JsonLineParser} reads its
 * lines, and {@link JsonFactories} are the JSON parsers that documents use as well.
 *
 * <p>In come blocks of whole lines, out go records; a broken line costs itself. What makes repeated
 * lines cheap is shut into {@code json.template}, behind its {@code TemplateReader}. Called by
 * {@code parse.open} through the format's row. Nothing here knows files or runs.
 */
package org.trainingexporter.parse.json;
