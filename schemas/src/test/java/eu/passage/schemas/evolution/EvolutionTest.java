package eu.passage.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.schemas.Topic;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds today's schemas against every one ever published. To publish what this build has changed,
 * run {@code mvn -pl schemas test -Dtest=EvolutionTest -Dschemas.release=true} and commit the files
 * it adds.
 */
class EvolutionTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void todaysSchemaReadsAndIsReadByEveryPublishedOneAndIsItselfPublished(Topic topic) {
    Schema current = Released.current(topic);
    List<Schema> released = Released.versions(topic);
    assertThat(Evolution.objections(current, released)).isEmpty();

    if (Boolean.getBoolean("schemas.release") && !isNewest(current, released)) {
      Released.publish(topic);
      released = Released.versions(topic);
    }

    assertThat(isNewest(current, released))
        .as(topic + " changed: publish it as the comment of EvolutionTest tells")
        .isTrue();
  }

  private static boolean isNewest(Schema current, List<Schema> released) {
    return !released.isEmpty()
        && SchemaTree.of(current)
            .withoutComments()
            .equals(SchemaTree.of(released.get(released.size() - 1)).withoutComments());
  }
}
