/**
 * The file of {@code --history.config.file}. In comes its path, out come credentials, CAs and
 * headers as {@link org.trainingexporter.config.history.HistoryAccess}, in which secrets are paths
 * of files.
 *
 * <p>Called by the history package. Must not know how requests are sent.
 */
package org.trainingexporter.config.history;
