/**
 * The exporter as a program. {@code Main} hands the command line to the cli package, {@code
 * Application} runs the command, {@code Exporter} creates all parts and connects them.
 *
 * <p>In come arguments and environment, out come an exit code and, while it runs, a web server. It
 * is the only package that knows all others; nothing calls it. It holds wiring and no logic: it
 * must not know how a line is parsed or a metric computed.
 */
package org.trainingexporter;
