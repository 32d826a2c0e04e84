/**
 * Numbers and durations that logs write as text. In come texts and JSON tokens, out go doubles; NaN
 * means that there is no number. Any reader of {@code parse} may call it. It knows no key, no unit
 * of a key and no format.
 */
package org.trainingexporter.parse.number;
