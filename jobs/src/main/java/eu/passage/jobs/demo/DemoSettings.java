package eu.passage.jobs.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a demonstration shows.
 *
 * @param lasts how long the cameras publish; shorter when they run out of frames
 * @param photographs a folder of pictures to show instead of the scenario
 * @param seed of the scenario
 * @param speed how many times faster than the wall clock the scenario's clock may run; empty: as
 *     fast as recognition takes the frames
 */
public record DemoSettings(
    Duration lasts, Optional<Path> photographs, long seed, OptionalDouble speed) {}
