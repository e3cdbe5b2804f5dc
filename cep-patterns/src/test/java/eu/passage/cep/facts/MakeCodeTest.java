package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakeCodeTest {

  @ParameterizedTest
  @CsvSource({
    "VW, Volkswagen",
    "volkswagen, VOLKSWAGEN",
    "MERCEDES, Mercedes-Benz",
    "Mercedes Benz, MERCEDES-BENZ",
    "CITROEN, Citroën",
    "SKODA, Škoda",
    "LANDROVER, Land Rover",
    "Range Rover, Land Rover",
    "' alfa ', Alfa Romeo",
    "D.A.F., DAF",
    "Rolls Royce, ROLLS-ROYCE",
    "Bucher Schörling, BUCHER SCHORLING",
  })
  void oneMakerIsOneHoweverItIsWritten(String one, String other) {
    assertThat(MakeCode.of(one)).isEqualTo(MakeCode.of(other)).isNotEqualTo(NameCode.NONE);
  }

  @ParameterizedTest
  @CsvSource({"Rover, Land Rover", "Volvo, Volkswagen", "BMW, MINI", "Seat, Fiat", "DAF, DAB"})
  void otherMakersStayApart(String one, String other) {
    assertThat(MakeCode.of(one)).isNotEqualTo(MakeCode.of(other));
  }

  /** As state of earlier builds holds them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acura",
        "Alfa Romeo",
        "BMW",
        "Chevrolet",
        "Citroën",
        "Dacia",
        "Daewoo",
        "Ford",
        "GMC",
        "Honda",
        "Hyundai",
        "Jeep",
        "Kia",
        "Lancia",
        "Land Rover",
        "Lexus",
        "Mazda",
        "Mercedes-Benz",
        "MINI",
        "Mitsubishi",
        "Nissan",
        "Opel",
        "Peugeot",
        "Porsche",
        "Renault",
        "SEAT",
        "Škoda",
        "smart",
        "Subaru",
        "Suzuki",
        "Tesla",
        "Toyota",
        "Volkswagen",
        "Volvo"
      })
  void whatTheShippedClassifierSaysKeepsItsCode(String make) {
    assertThat(MakeCode.of(make)).isEqualTo(NameCode.ofAnyCase(make));
  }

  @Test
  void everyNameInTheTableIsTheOneThatItMeans() throws IOException {
    Properties names = new Properties();
    try (InputStream table =
        Objects.requireNonNull(MakeCode.class.getResourceAsStream("makes.properties"))) {
      names.load(new InputStreamReader(table, StandardCharsets.UTF_8));
    }
    assertThat(names.stringPropertyNames())
        .isNotEmpty()
        .allSatisfy(
            name -> {
              assertThat(name).matches("[A-Z0-9]+");
              String meant = names.getProperty(name);
              assertThat(MakeCode.of(name)).isEqualTo(NameCode.ofAnyCase(meant));
              assertThat(MakeCode.of(meant)).as(meant).isEqualTo(MakeCode.of(name));
            });
  }

  @Test
  void whatIsNoNameIsNone() {
    assertThat(MakeCode.of(null)).isEqualTo(NameCode.NONE);
    assertThat(MakeCode.of("")).isEqualTo(NameCode.NONE);
    assertThat(MakeCode.of(" - ")).isEqualTo(NameCode.NONE);
  }
}
