/**
 * Follows a growing file and returns its whole lines as bytes. Out go {@link Block}s; nothing here
 * knows what a line means. {@link ByteFile} follows a file without lines. Only {@code parse} and
 * {@code watch} call it.
 *
 * <p>The contract:
 *
 * <ul>
 *   <li>Files are polled, never held open and never written. A file whose size and modification
 *       time are unchanged is not opened.
 *   <li>Each byte is returned once, in order. A line is returned when its line end is there; an
 *       unended last line only after ten seconds of silence, and only if it parses.
 *   <li>Which rotated files come first is settled at the first check. From then on each file is
 *       known by its identity, whatever it is called when it is read; a block counts only if the
 *       name was that of the file before and after.
 *   <li>Whether a copy goes on with what was read, and whether an inode is used again, is decided
 *       by a checksum of the last bytes before the offset.
 *   <li>Rotated (renamed, or copied and truncated): what is left of the old file is read from
 *       {@code X.1} or {@code X-DATE} beside it, then the new file from its start.
 *   <li>Truncated or replaced without such a copy: the file is read from its start. A copy that
 *       begins with the same bytes goes on where it was.
 *   <li>Gone: reported as such, and read on when it comes back.
 *   <li>A line longer than the bound is skipped and reported once; runs of NUL bytes between lines,
 *       as holes in a file leave them, are skipped.
 *   <li>Memory is bounded by the longest line, and nearly none while a file is silent.
 * </ul>
 */
package org.trainingexporter.tail;
