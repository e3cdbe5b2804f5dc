@NullMarked
package eu.passage.jobs.local;

import org.jspecify.annotations.NullMarked;
