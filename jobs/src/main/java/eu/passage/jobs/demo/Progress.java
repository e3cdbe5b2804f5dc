package eu.passage.jobs.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a demonstration is.
 *
 * @param elapsed since the first frame
 * @param clock the cameras' time; empty before the first frame
 */
record Progress(
    Duration elapsed,
    Optional<Instant> clock,
    int frames,
    int passages,
    int alerts,
    int tollEvents,
    int deadLetters,
    Optional<Summary.Quantiles> latency) {}
