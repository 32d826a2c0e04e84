/**
 * The vocabulary of a reading: what can be read of a card, the values of one card, and the source
 * that reads them.
 *
 * <p>Sources fill in values; joins, metrics and the API read them. The package knows no driver, no
 * runs and no metric names.
 */
package org.trainingexporter.gpu.reading;
