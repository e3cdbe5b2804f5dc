/**
 * How records travel: the Confluent wire format (a zero byte, the schema's id as four bytes, Avro
 * binary), and the registry that knows the schemas by id. Start at {@link
 * eu.passage.schemas.wire.AvroCodec}.
 */
@NullMarked
package eu.passage.schemas.wire;

import org.jspecify.annotations.NullMarked;
