/**
 * Command-line flags for both programs. A program declares its options as {@link
 * org.trainingexporter.web.flag.Flag} constants in a {@link
 * org.trainingexporter.web.flag.FlagTable}. In come the words of the command line, the environment
 * and, if the program has one, a config file. Out come typed values, each with the place where it
 * was set, and the lines of {@code --help}.
 *
 * <p>Every mistake is a {@link org.trainingexporter.web.flag.ConfigException} with a one-line
 * message. This package must not know any particular flag, nor what a program does with a value.
 */
package org.trainingexporter.web.flag;
