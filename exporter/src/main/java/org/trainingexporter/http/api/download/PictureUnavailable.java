package org.trainingexporter.http.api.download;

/** This machine cannot draw pictures; the message says why. */
final class PictureUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  PictureUnavailable(String reason) {
    super(reason);
  }
}
