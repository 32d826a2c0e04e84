package org.trainingexporter.http.security;

/** A name and a password as a client sent them. */
record Credentials(String name, String password) {
  @Override
  public String toString() {
    return "Credentials of " + name;
  }
}
