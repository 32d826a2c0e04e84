/**
 * The types of values: durations, globs, URLs, labels, numbers within bounds. In comes a text, out
 * comes the value, or a message that says what was expected.
 *
 * <p>Used by flags, run rules and the history config. Must not know a flag, a key or a file.
 */
package org.trainingexporter.config.value;
