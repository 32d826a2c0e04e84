/**
 * What both web servers send: short text and JSON replies, and the files of a page from the
 * program's resources, compressed and with entity tags. HTTP handlers of both programs call it.
 *
 * <p>The files that both pages share (base style sheets, DOM and number helpers, the icon) are
 * resources of this module, see {@link org.trainingexporter.web.reply.PageFiles#SHARED}. This
 * package must not know any route, security policy or figure.
 */
package org.trainingexporter.web.reply;
