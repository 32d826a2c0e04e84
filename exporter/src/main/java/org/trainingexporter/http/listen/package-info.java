/**
 * The sockets of the web server. In come connections, out go requests to one handler. Every
 * connection has a deadline for each phase, and clients have limits: connections, requests at once,
 * bytes of replies that wait for them.
 *
 * <p>{@code HttpServer} starts a {@link org.trainingexporter.http.listen.ServerListener}; whoever
 * sends a large reply counts it with {@link org.trainingexporter.http.listen.ReplyMeter}. Must not
 * know a path or what is served.
 */
package org.trainingexporter.http.listen;
