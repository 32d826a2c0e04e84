/**
 * The command line. In come the words that the user typed and the environment, out comes a call of
 * one method of {@link org.trainingexporter.cli.Commands} with checked settings, and its exit code.
 * Mistakes become one line on standard error and exit code 2.
 *
 * <p>Called by {@code Main}. Must not know what a command does.
 */
package org.trainingexporter.cli;
