/**
 * Objects in a line, as JSON or as Python prints them.
 *
 * <p>Bytes go in at a brace; the same object in JSON comes out, which the reader of JSON lines then
 * reads. {@code TextLine} calls it. Nothing here knows what keys mean.
 */
package org.trainingexporter.parse.text.literal;
