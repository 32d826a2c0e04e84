/**
 * A cache that makes lines of JSON cheap: a log repeats the same keys line by line, so a line that
 * differs from one before it in its values alone is read without the JSON parser. {@link
 * TemplateReader} is the only entry; {@code parse.json} is the only caller.
 *
 * <p>In come a block's bytes and an offset, out comes the very record that the JSON parser would
 * give, or a refusal to say. It may therefore be left out at any time: only speed would change. It
 * must not know files, rejections or runs.
 */
package org.trainingexporter.parse.json.template;
