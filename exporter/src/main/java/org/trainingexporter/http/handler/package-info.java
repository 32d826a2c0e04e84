/**
 * Handlers around other handlers. {@link org.trainingexporter.http.handler.WorkerHandler} moves a
 * request to a worker thread and turns failures into replies.
 *
 * <p>Used by the routes and by the API. Must not know a path.
 */
package org.trainingexporter.http.handler;
