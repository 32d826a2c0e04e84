/**
 * What the numbers of a log say by themselves: the units that they come in, and what a key about
 * time means where only its values can say. {@code TimeName} decides by words whether a key is one
 * of those; {@code TimeValues} sees its values and decides.
 *
 * <p>The package {@code event.key} asks; readers of logs use the units. It must not know fields,
 * records or runs.
 */
package org.trainingexporter.event.value;
