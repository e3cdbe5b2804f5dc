@NullMarked
package eu.passage.cep.alerts;

import org.jspecify.annotations.NullMarked;
