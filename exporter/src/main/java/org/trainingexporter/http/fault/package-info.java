/**
 * A server for an exporter that cannot start. In comes one line of text, out come replies that say
 * it: to a browser, to who asks for the health, to Prometheus.
 *
 * <p>Started by the root in place of {@link org.trainingexporter.http.HttpServer}. Must not know
 * settings, runs or metrics: there are none.
 */
package org.trainingexporter.http.fault;
