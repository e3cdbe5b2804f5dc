@NullMarked
package eu.passage.jobs.kafka;

import org.jspecify.annotations.NullMarked;
