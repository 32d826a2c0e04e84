/**
 * The file of {@code --web.config.file}, in the format of Prometheus' exporter-toolkit. In comes
 * its path, out comes {@link org.trainingexporter.config.web.WebConfig} with a ready TLS context.
 *
 * <p>Messages name file and full key, as the toolkit's do. Called by the http package. Must not
 * know handlers or requests.
 */
package org.trainingexporter.config.web;
