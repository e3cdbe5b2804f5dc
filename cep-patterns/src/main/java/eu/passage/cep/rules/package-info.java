/** The rules in force: shipped, deployed while the job runs, or written in Java. */
@NullMarked
package eu.passage.cep.rules;

import org.jspecify.annotations.NullMarked;
