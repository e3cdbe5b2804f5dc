/** What becomes of alerts after they were raised. Plain Java. */
@NullMarked
package eu.passage.cep.followup;

import org.jspecify.annotations.NullMarked;
