/**
 * Basic authentication, and the rate of requests. In come requests and the users of the web config,
 * out go the requests whose password is right; others are answered with 401, or 429 if there are
 * too many.
 *
 * <p>Put around all handlers by {@code Protection}. Must not know a path.
 */
package org.trainingexporter.http.security;
