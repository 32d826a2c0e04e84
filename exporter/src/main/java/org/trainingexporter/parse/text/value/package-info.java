/**
 * Values as people write them: numbers, units, clocks, {@code N/M}.
 *
 * <p>Bytes and a place in them go in; a number and where it ends come out. The readers of lines and
 * of tables call it. Nothing here knows names.
 */
package org.trainingexporter.parse.text.value;
