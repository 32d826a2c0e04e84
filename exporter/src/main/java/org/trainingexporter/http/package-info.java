/**
 * The exporter's web server. In come requests, out come metrics, the page and the API. {@code
 * Routes} names every path and its handler.
 *
 * <p>{@code Exporter} starts {@link org.trainingexporter.http.HttpServer} with {@link
 * org.trainingexporter.http.HttpSources}. Handlers read published snapshots only, so that a request
 * never waits for the thread that reads logs. They must not know files, parsers or run state.
 */
package org.trainingexporter.http;
