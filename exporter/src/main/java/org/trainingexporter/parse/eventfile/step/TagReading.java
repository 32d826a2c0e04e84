package org.trainingexporter.parse.eventfile.step;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.parse.eventfile.layer.LayerTag;

/** One tag of a directory: what it names, and the newest step that it has. One thread. */
public final class TagReading {
  /** Keras counts epochs under these tags, whatever it counts under others. */
  private static final String OF_EPOCHS = "epoch_";

  private final ByteString tag;
  private final String name;
  private TagReading following;

  /** Whether its steps are epochs. */
  final boolean byEpoch;

  private final boolean heldOut;
  private Field field;
  private Optional<LayerTag> layer;
  private String plugin = "";

  /** The file that it was read from last, by its place among the directory's files. */
  private int file = -1;

  /** The newest step that was handed on; NaN before the first. */
  double newest = Double.NaN;

  /** How many of its values were handed on. */
  private long count;

  /** Whether its steps count something else than those of the leading tag. */
  boolean countsOther;

  /** Whether it has gone ahead of the leading tag since that one's newest step. */
  boolean isAhead;

  /** The group that it was added to last, and which use of that group. */
  private StepGroup group;

  private long use;

  /** Where in that group it is; -1 where it holds no number of it. */
  int place;

  /**
   * A tag without values yet.
   *
   * @param name what it is called in the run
   * @param heldOut whether its directory is of a held-out set
   */
  public TagReading(ByteString tag, String name, boolean heldOut) {
    this.tag = tag;
    this.name = name;
    this.byEpoch = name.startsWith(OF_EPOCHS) && name.indexOf('/') < 0;
    this.heldOut = heldOut;
  }

  /** Whether the tag that came after it last has that name. */
  public boolean isFollowedBy(ByteString next) {
    return following != null && following.tag.equals(next);
  }

  public TagReading following() {
    return following;
  }

  public void setFollowing(TagReading next) {
    following = next;
  }

  public String name() {
    return name;
  }

  /** The plugin that shows it; the first event that names one decides. */
  public String plugin(String named) {
    if (plugin.isEmpty() && !named.isEmpty()) {
      plugin = named;
    }
    return plugin;
  }

  /**
   * Whether a value of that file counts. A tag that a newer file has is not read from an older one;
   * while the older one goes on beside it, both are written at once, and the older leads.
   *
   * @param isOpen whether a file has more to read
   */
  public boolean accepts(int from, OpenFiles isOpen) {
    if (from == file) {
      return true;
    }
    if (from < file || (file >= 0 && isOpen.test(file))) {
      return false;
    }
    file = from;
    return true;
  }

  /** Whether the directory's file at that place has more to read. */
  @FunctionalInterface
  public interface OpenFiles {
    boolean test(int place);
  }

  /** The layer that it names, if it is a histogram of one. */
  public Optional<LayerTag> layer() {
    if (layer == null) {
      layer = LayerTag.of(name);
    }
    return layer;
  }

  void setGroup(StepGroup its, int itsPlace) {
    group = its;
    use = its.use();
    place = itsPlace;
  }

  /** The group that it was added to last; null where that one is used for another step by now. */
  StepGroup group() {
    return group != null && group.use() == use ? group : null;
  }

  /** One more value of it was handed on. */
  void handedOn(double step) {
    count++;
    newest = step;
  }

  /** Whether its steps may be the index of its values, as epochs are. */
  boolean mayBeIndex(double step) {
    return step <= count + 1;
  }

  void setField(Field its) {
    field = its;
  }

  Field field() {
    return field;
  }

  /** Whether a value of it makes a training record of one that has a position. */
  boolean trains() {
    Evidence says = field.signal.evidence;
    boolean trains = says == Evidence.TRAINING || field.signal == Signal.REWARD;
    return trains && !heldOut && !field.set.isHeldOut();
  }

  /** Whether a value of it tells of a validation. */
  boolean validates() {
    Evidence says = field.signal.evidence;
    return says == Evidence.VALIDATION || (says == Evidence.TRAINING && heldOut);
  }
}
