@NullMarked
package eu.passage.jobs;

import org.jspecify.annotations.NullMarked;
