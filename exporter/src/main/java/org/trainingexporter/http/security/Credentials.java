package org.trainingexporter.http.security;

/** User name and password of a request. */
record Credentials(String name, String password) {
  @Override
  public String toString() {
    return "Credentials of " + name;
  }
}
