/**
 * The API of the page, described in docs/api.md. {@link org.trainingexporter.http.api.Api} maps
 * each path to an endpoint. The packages below hold the endpoints, what they are written with
 * (answer), and the stream of updates (stream).
 *
 * <p>Called by {@code Routes}. Must not know how the server is configured.
 */
package org.trainingexporter.http.api;
