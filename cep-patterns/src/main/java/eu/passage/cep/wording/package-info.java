/**
 * Why an alert was raised, in the words of the people who read it: police control rooms and offices
 * on both sides of the border. {@link eu.passage.cep.wording.ReasonWriter} is the way in; what
 * happened is a {@code Story}, told by a {@code Teller} with the grammar of a {@code Tongue}.
 */
@NullMarked
package eu.passage.cep.wording;

import org.jspecify.annotations.NullMarked;
