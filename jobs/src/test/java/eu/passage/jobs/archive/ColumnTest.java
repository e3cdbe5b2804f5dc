package eu.passage.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ColumnTest {

  /** Who adds a field to the schema adds a column, or the table says less than the topic. */
  @Test
  void everyFieldOfAnEventAndOfItsChargeHasItsColumn() {
    List<String> fields =
        Stream.concat(
                names(TollEvent.getClassSchema())
                    .filter(name -> !name.equals("charge"))
                    .map("/"::concat),
                names(Charge.getClassSchema()).map("/charge/"::concat))
            .toList();

    assertThat(Column.ALL).extracting(Column::pointer).containsExactlyInAnyOrderElementsOf(fields);
  }

  @Test
  void aColumnHasTheNameOfItsFieldInTheTablesOwnSpelling() {
    assertThat(Column.ALL)
        .allSatisfy(
            column ->
                assertThat(column.name())
                    .isEqualTo(
                        column
                            .pointer()
                            .replaceAll(".*/", "")
                            .replaceAll("([A-Z])", "_$1")
                            .toLowerCase(Locale.ROOT)));
  }

  private static Stream<String> names(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name);
  }
}
