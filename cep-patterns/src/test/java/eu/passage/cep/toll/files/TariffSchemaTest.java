package eu.passage.cep.toll.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import eu.passage.cep.toll.tariff.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors complete and underline by says what the reader says. */
class TariffSchemaTest {

  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(TREE);

  static List<String> names() {
    return ShippedTariffs.ALL;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyShippedTariffKeepsToIt(String name) throws IOException {
    for (JsonNode document : documents(ShippedTariffs.text(name))) {
      assertThat(SCHEMA.validate(document)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: |titel: ",
        "version: \"2025\"|version: 2025",
        "validTo: 2026-01-01|validTo: January",
        "currency: EUR|currency: euro",
        "vat: none|vat: 21%",
        "per: passage|per: mile",
        "price: \"1.95\"|price: 1.95",
        "price: \"1.95\"|price: \"1.95001\"",
        "cap: \"9.75\"|cap: \"-9.75\"",
        "at: {points: [EST-1, EST-2, EST-3]}|at: {}",
        "military: {uses: [military]}|military: {}",
        "BE:G*|G*",
        "cap: \"9.75\"|by: {euroclass: [0..]}",
        "cap: \"9.75\"|by: {euroClass: [\"..3\"]}",
        "cap: \"9.75\"|by: {time: [night]}",
        "cap: \"9.75\"|ways: [{from: A, to: B}]",
        "cap: \"9.75\"|assume: {time: 1}"
      })
  void whatTheReaderRefusesItRefusesToo(String good, String bad) throws IOException {
    String text = ShippedTariffs.text("commune-per-passage");
    assertThat(text).contains(good);

    JsonNode document = documents(text.replace(good, bad)).get(0);

    assertThat(SCHEMA.validate(document)).isNotEmpty();
  }

  @Test
  void itHasTheKeysOfTheReader() {
    assertThat(TREE.path("properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(TariffReader.KEYS);
    assertThat(TREE.path("properties").path("by").path("properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Dimension.keys());
  }

  private static List<JsonNode> documents(String yaml) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    // Days are texts in a tariff; Jackson leaves them so
    new ObjectMapper(new YAMLFactory())
        .readerFor(JsonNode.class)
        .<JsonNode>readValues(yaml)
        .forEachRemaining(documents::add);
    return documents;
  }

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(ShippedTariffs.schema());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
