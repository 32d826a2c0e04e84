/**
 * Serves the page: its HTML with a content security policy, and its parts. The files are resources,
 * the shared ones from the web module, the chart library from its WebJar.
 *
 * <p>Created by {@code Routes}. Must not know the API.
 */
package org.trainingexporter.http.page;
