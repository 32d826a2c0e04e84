/**
 * The reports of {@code check}: as text for people or as JSON for programs. A {@link
 * org.trainingexporter.check.file.FileReport} a file comes in, a stream of bytes goes out. Nothing
 * here reads a file.
 */
package org.trainingexporter.check.report;
