@NullMarked
package eu.passage.cep.watch;

import org.jspecify.annotations.NullMarked;
