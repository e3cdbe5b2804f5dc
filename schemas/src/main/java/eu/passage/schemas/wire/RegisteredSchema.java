package eu.passage.schemas.wire;

import org.apache.avro.Schema;

/**
 * A schema as a registry holds it.
 *
 * @param subject what it is registered under, such as {@code frames-value}
 * @param version counts from 1 within the subject
 * @param id unique over all subjects; the same schema has the same id everywhere
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
