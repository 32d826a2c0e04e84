/**
 * Where event files lie: their names, the order of several in one directory, and the directories of
 * one run. {@link org.trainingexporter.parse.eventfile.files.EventDirectory} says which directory
 * is a set of the run above it.
 *
 * <p>In come paths, out go lists of files. {@code parse.eventfile} and {@code watch.find} call it.
 * Nothing here opens a file.
 */
package org.trainingexporter.parse.eventfile.files;
