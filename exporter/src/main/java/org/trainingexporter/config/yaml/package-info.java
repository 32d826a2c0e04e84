/**
 * Reads YAML files. In comes a path, out come {@link org.trainingexporter.config.yaml.YamlNode}
 * trees, in which every value knows its file, line and full key, for exact messages.
 *
 * <p>Used by the config file, the web config file and the history config file. Must not know any of
 * their keys.
 */
package org.trainingexporter.config.yaml;
