/** What each recipient is told, in its own languages. Plain Java. */
@NullMarked
package eu.passage.cep.notices;

import org.jspecify.annotations.NullMarked;
