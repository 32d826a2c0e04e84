/**
 * TLS from PEM files, for the web server and for the client of the history receiver. In come paths
 * of certificates, keys and CAs, out come Java's key managers, trust managers and contexts, or a
 * {@link org.trainingexporter.tls.PemException} that names the file.
 *
 * <p>Called by {@code config.web} and by history. Must not know a config file or a connection.
 */
package org.trainingexporter.tls;
