/**
 * Stands in the head of the page: what takes a browser 20 ms the first time is done while it waits for the scripts, which
 * need it before the first curve.
 */
new Intl.NumberFormat();
new Intl.DateTimeFormat().resolvedOptions();
