package org.trainingexporter.parse.open;

import java.util.Optional;
import org.trainingexporter.event.value.KeyTimes;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.NearMiss;
import org.trainingexporter.parse.time.FullScan;

/**
 * What is known of a file before its records are read.
 *
 * @param isLog whether one of its first records makes it a training log
 * @param isBounded whether the head was as long as it may be: more lines would not change that
 * @param trains whether the log holds a training record; of a file that is no log, its head
 * @param firstTime seconds since 1970 of the first record of the head with a time, else NaN
 * @param keyTimes what keys about time mean, as the head or the full scan shows; the run and every
 *     replay of it begin with that
 * @param scan of the whole log where its head left something open, else {@link FullScan#NONE}
 * @param writer who writes such logs, by the keys of its head
 * @param miss why a file that is no log looks like one; empty where it does not
 */
public record LogProfile(
    LogFormat format,
    boolean isLog,
    boolean isBounded,
    boolean trains,
    double firstTime,
    TimeBasis timeBasis,
    KeyTimes keyTimes,
    FullScan scan,
    String writer,
    Optional<NearMiss.Miss> miss) {}
