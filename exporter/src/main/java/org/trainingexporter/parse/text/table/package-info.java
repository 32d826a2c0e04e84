/**
 * Lines that say what their numbers are by where they stand: boxed tables and rows of known shapes.
 *
 * <p>A line's bytes go in; {@code NamedValues} come out. {@code TextLineFormat} and {@code
 * TextLine} call it. What the names mean is not known here.
 */
package org.trainingexporter.parse.text.table;
