@NullMarked
package eu.passage.jobs.config;

import org.jspecify.annotations.NullMarked;
