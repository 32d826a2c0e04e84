/**
 * Curves as files: {@code api/plots.csv} with the records of the log, {@code api/plots.png} as a
 * picture for scripts and chats. In come curves that were read, out go replies.
 *
 * <p>Created by {@code Api}. Must not know how logs are read. AWT is loaded by the first picture.
 */
package org.trainingexporter.http.api.download;
