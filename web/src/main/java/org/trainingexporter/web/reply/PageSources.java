package org.trainingexporter.web.reply;

/**
 * Where the scripts and styles of a page may come from, as a content security policy says it: its
 * own files, and the checksum of each that stands in the page itself, such as {@code 'self'
 * 'sha256-…'}.
 */
public record PageSources(String scripts, String styles) {}
