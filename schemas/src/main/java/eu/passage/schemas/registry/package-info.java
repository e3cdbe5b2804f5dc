/**
 * A schema registry in this process, behind the REST that standard clients speak. Start at {@link
 * eu.passage.schemas.registry.RegistryServer}.
 */
@NullMarked
package eu.passage.schemas.registry;

import org.jspecify.annotations.NullMarked;
