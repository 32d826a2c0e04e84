/**
 * What happens in a simulated run: losses, spikes, a rewind, errors, expert loads. In: a seed and a
 * line number. Out: the record of that line. Every function is pure, so that the same seed always
 * gives the same run. Used by {@code demo} only; it writes no file.
 */
package org.trainingexporter.demo.story;
