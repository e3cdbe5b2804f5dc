/**
 * Whether a day's toll events agree with the trucks that passed, with each other, and in every copy
 * of them; and the signed report of that.
 */
@NullMarked
package eu.passage.cep.toll.reconcile;

import org.jspecify.annotations.NullMarked;
