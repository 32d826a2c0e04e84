/**
 * Files below some paths only. In come the paths that are watched; out goes a {@link
 * org.trainingexporter.tail.FileState.Probe} for which what a symbolic link leads out of them is
 * absent.
 *
 * <p>The root makes it where links must not be followed. Nothing here reads a file's content.
 */
package org.trainingexporter.tail.inside;
