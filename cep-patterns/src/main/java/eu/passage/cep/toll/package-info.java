@NullMarked
package eu.passage.cep.toll;

import org.jspecify.annotations.NullMarked;
