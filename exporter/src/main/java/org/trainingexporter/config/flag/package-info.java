/**
 * The exporter's flags, as one table from which the command line, the environment, the config file
 * and {@code --help} follow. Each flag is one constant in {@link
 * org.trainingexporter.config.flag.Flags}.
 *
 * <p>In come a config file and variables, out come texts for {@code Settings}, which reads them as
 * values. Every package may name a flag; only {@code config} and {@code cli} use the rest.
 */
package org.trainingexporter.config.flag;
