/**
 * {@code api/stream}: updates as server-sent events. In come snapshots and new points of curves,
 * out come events to each client that needs them.
 *
 * <p>Created by {@code Api}. Clients are added and removed on server threads; everything is sent
 * from the thread that reads curves. Must not know how points are read.
 */
package org.trainingexporter.http.api.stream;
