/**
 * Tariffs as people write them: YAML with tests inside, read by the reader of the rule language.
 */
@NullMarked
package eu.passage.cep.toll.files;

import org.jspecify.annotations.NullMarked;
