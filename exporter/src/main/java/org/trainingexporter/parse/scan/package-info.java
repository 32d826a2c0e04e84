/**
 * What a scan of a block finds: {@link LineValues} holds the numbers and texts of its lines as
 * places in arrays, so that another thread can fill them before the block is due.
 *
 * <p>In come numbers and offsets, out go the same. {@code parse.json.template} and {@code
 * parse.table} fill and read them. Nothing here knows a key or a record.
 */
package org.trainingexporter.parse.scan;
