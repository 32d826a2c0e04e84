/**
 * All settings of the exporter. In come flags, environment variables and a config file, out comes
 * one immutable {@link org.trainingexporter.config.Settings}. Every package may read it.
 *
 * <p>Mistakes are a {@code ConfigException} with a one-line message that names place, key and
 * value. The packages below read the values (value), the flags (flag), run rules (run), YAML
 * (yaml), and the files for the web server (web) and the receiver of history (history). None may
 * know what a setting is used for.
 */
package org.trainingexporter.config;
