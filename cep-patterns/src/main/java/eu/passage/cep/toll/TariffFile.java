package eu.passage.cep.toll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.passage.avro.VatTreatment;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The YAML form of the tariffs. Amounts are quoted there, so that no reader takes them for binary
 * floating point. An unknown key is an error: a misspelt one must not change what is owed.
 */
final class TariffFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> KEYS =
      Set.of(
          "id", "version", "cameras", "validFrom", "validTo", "zone", "amount", "currency", "vat");
  private static final Set<VatTreatment> VAT =
      EnumSet.complementOf(EnumSet.of(VatTreatment.UNKNOWN));

  private TariffFile() {}

  /**
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming the file, the tariff and the key that is wrong
   */
  static TariffTable read(InputStream in, String name) throws IOException {
    try {
      List<Tariff> tariffs = new ArrayList<>();
      for (JsonNode node : YAML.readTree(in).path("tariffs")) {
        tariffs.add(tariff(node));
      }
      if (tariffs.isEmpty()) {
        throw new IllegalArgumentException("expected a list under the key 'tariffs'");
      }
      return new TariffTable(tariffs);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static Tariff tariff(JsonNode node) {
    String id = text(node, "id");
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                    "tariff " + id + ": unknown key '" + key + "'; known are " + KEYS);
              }
            });
    List<String> cameras = new ArrayList<>();
    node.path("cameras").forEach(camera -> cameras.add(camera.asText()));
    return new Tariff(
        id,
        text(node, "version"),
        List.copyOf(cameras),
        LocalDate.parse(text(node, "validFrom")),
        LocalDate.parse(text(node, "validTo")),
        ZoneId.of(text(node, "zone")),
        new BigDecimal(text(node, "amount")),
        text(node, "currency"),
        vat(id, text(node, "vat")));
  }

  private static VatTreatment vat(String id, String text) {
    return VAT.stream()
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tariff " + id + ": vat is '" + text + "'; allowed are " + VAT));
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          "a tariff needs the key '" + key + "' with a quoted text, got " + value);
    }
    return value.asText();
  }
}
