/**
 * A log from afar: its positions and a sample of its values, to compare it with other logs. Records
 * come in, an outline goes out. It knows nothing of files and runs.
 */
package org.trainingexporter.parse.outline;
