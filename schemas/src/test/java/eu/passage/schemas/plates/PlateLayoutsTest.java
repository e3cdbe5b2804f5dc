package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.VehicleType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateLayoutsTest {

  private static final String SERIES =
      """
      {"countries": {"BE": {"name": "Belgium", "band": null, "series": [
        {"id": "be", "pattern": "[1-9][A-Z]{3}", "tokens": ["N1", "-", "L3"],
         "letters": "ABC", "weight": 1, "face": "be", "foreground": "#9B1C2B",
         "background": "#F3F2EE", "border": "#9B1C2B", "widthMm": 520, "heightMm": 113,
         "characterHeightMm": 75, "band": false, "vehicles": ["CAR"]}]}}}
      """;

  @Test
  void aDescriptionGivesLayoutsByCountryVehicleAndId() {
    PlateLayouts layouts = read(SERIES);

    Series series = layouts.series("BE", "be");
    assertThat(layouts.countries()).containsExactly("BE");
    assertThat(layouts.band("BE")).isEmpty();
    assertThat(layouts.series("BE", VehicleType.CAR)).containsExactly(series);
    assertThat(layouts.series("BE", VehicleType.BUS)).isEmpty();
    assertThat(series.country()).isEqualTo("BE");
    assertThat(series.cut("1ABC")).contains(List.of("1", "", "ABC"));
    assertThat(series.cut("0ABC")).isEmpty();
    assertThat(series.cut("1ABCD")).isEmpty();
    assertThat(series.display("1ABC")).contains("1-ABC");
  }

  @Test
  void aCountryOrSeriesThatIsNotThereIsNamed() {
    PlateLayouts layouts = read(SERIES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> layouts.series("XX"))
        .withMessageContaining("XX")
        .withMessageContaining("BE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layouts.series("BE", "be-1900"))
        .withMessageContaining("be-1900");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tokens\": [\"N1\", \"-\", \"L3\"],",
        "\"pattern\": \"[1-9][A-Z]{3}\",",
        "\"weight\": 1,",
        "\"foreground\": \"#9B1C2B\",",
        "\"background\": \"#F3F2EE\",",
      })
  void aDescriptionThatLacksSomethingIsRefused(String part) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> read(SERIES.replace(part, "")));
  }

  @Test
  void aKeyOrTokenThatNobodyKnowsIsRefusedByName() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> read(SERIES.replace("\"letters\"", "\"leters\": 1, \"letters\"")))
        .withMessageContaining("leters");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> read(SERIES.replace("\"L3\"", "\"X3\"")))
        .withMessageContaining("X3");
  }

  @Test
  void theShippedCountriesHaveIdsOfTheirOwnAndSharesThatSumToOne() {
    PlateLayouts layouts = PlateLayouts.shipped();
    Set<String> ids = new HashSet<>();

    assertThat(layouts.countries()).contains("BE", "FR", "NL", "LU", "DE", "GB");
    for (String country : layouts.countries()) {
      assertThat(layouts.series(country)).allSatisfy(s -> assertThat(ids.add(s.id())).isTrue());
      assertThat(layouts.series(country).stream().mapToDouble(Series::weight).sum())
          .as(country)
          .isEqualTo(1, within(1e-6));
    }
  }

  @Test
  void everyShippedCountryNamesWhatItsPlatesWereHeldAgainst() throws Exception {
    JsonNode issued;
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/eu/passage/schemas/plates/issued.json"))) {
      issued = new ObjectMapper().readTree(in).get("countries");
    }
    for (String country : PlateLayouts.shipped().countries()) {
      assertThat(issued.path(country).path("source").size()).as(country).isPositive();
    }
  }

  @Test
  void everyCharacterOfAShippedSeriesHasAGlyphInItsFace() throws Exception {
    JsonNode faces;
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/eu/passage/schemas/plates/glyphs.json"))) {
      faces = new ObjectMapper().readTree(in).get("faces");
    }
    for (Series series : PlateLayouts.shipped().all()) {
      JsonNode glyphs = faces.path(series.face()).path("glyphs");
      assertThat((series.letters() + "0123456789-").chars().mapToObj(c -> String.valueOf((char) c)))
          .as("%s in %s", series.id(), series.face())
          .allMatch(glyphs::has);
    }
  }

  private static PlateLayouts read(String description) {
    return PlateLayouts.read(
        new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8)));
  }
}
