/**
 * Stands in the head of the page: has the browser read what it knows of numbers and dates while it waits for the scripts,
 * which would wait 20 ms for that before the first curve.
 */
new Intl.NumberFormat();
new Intl.DateTimeFormat().resolvedOptions();
