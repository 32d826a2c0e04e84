package org.trainingexporter.event.key;

/**
 * One key of a run's logs, resolved once. {@code index} numbers the keys of a run densely from 0,
 * so that a run keeps what it knows of a key in an array.
 */
public final class Field {
  public final String name;
  public final Signal signal;
  public final int rank;
  public final Unit unit;

  /** The layer that the key names, where its signal is of one; else empty. */
  public final String layer;

  public final int index;
  private NonNumeric other;

  Field(String name, Alias alias, String layer, int index) {
    this.name = name;
    this.signal = alias.signal();
    this.rank = alias.rank();
    this.unit = alias.unit();
    this.layer = layer;
    this.index = index;
  }

  /** Something that is no number stood under the key. */
  public void sawOther(NonNumeric shape) {
    other = shape;
  }

  /**
   * What stood under the key where it was no number, at the newest such; null where nothing did.
   */
  public NonNumeric other() {
    return other;
  }

  @Override
  public String toString() {
    return name;
  }
}
