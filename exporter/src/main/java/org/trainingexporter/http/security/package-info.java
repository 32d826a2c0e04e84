/**
 * Basic authentication. In come requests and the users of the web config, out go the requests whose
 * password is right; others are answered with 401.
 *
 * <p>Put around all handlers by {@code HttpServer}. Must not know a path.
 */
package org.trainingexporter.http.security;
