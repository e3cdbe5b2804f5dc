@NullMarked
package eu.passage.cep.wording;

import org.jspecify.annotations.NullMarked;
