/**
 * What every endpoint of the API is made with: the context that it reads, the parameters of the
 * request, the JSON writer, replies with entity tags, and {@link
 * org.trainingexporter.http.api.answer.Problem} for requests that cannot be answered.
 *
 * <p>Used by endpoint and stream. Must not know a particular endpoint.
 */
package org.trainingexporter.http.api.answer;
