@NullMarked
package eu.passage.deploy;

import org.jspecify.annotations.NullMarked;
