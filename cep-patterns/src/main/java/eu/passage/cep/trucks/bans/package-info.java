/** What trucks may not do besides: roads closed to transit, closed hours, weights. */
@NullMarked
package eu.passage.cep.trucks.bans;

import org.jspecify.annotations.NullMarked;
