package eu.passage.cep.toll.rerate;

import eu.passage.cep.toll.registry.RegistrySettings;
import eu.passage.cep.toll.tariff.TariffTable;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How stored events are rated again.
 *
 * @param tariffs all that were in force, and the new ones
 * @param billAt as in the toll job
 * @param since passages before it are not changed
 * @param registry asked where a tariff needs what was not stored
 * @param zone by whose days the summary goes
 */
public record RerateSettings(
    TariffTable tariffs, float billAt, Instant since, RegistrySettings registry, ZoneId zone)
    implements Serializable {}
