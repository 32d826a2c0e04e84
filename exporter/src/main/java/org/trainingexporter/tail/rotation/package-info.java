/**
 * How rotated files are called. In comes the path of a log, out come the files beside it whose
 * names say that they are rotated copies, oldest first.
 *
 * <p>{@code tail}, {@code parse} and {@code watch} call it. Nothing here opens a file or knows its
 * state: a name alone says nothing of the content.
 */
package org.trainingexporter.tail.rotation;
