/**
 * A rule as a tree, whoever wrote it: an analyst as text ({@code language}) or an engineer in Java.
 * The {@code engine} runs it.
 */
@NullMarked
package eu.passage.cep.model;

import org.jspecify.annotations.NullMarked;
