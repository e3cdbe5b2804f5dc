@NullMarked
package eu.passage.jobs.cli;

import org.jspecify.annotations.NullMarked;
