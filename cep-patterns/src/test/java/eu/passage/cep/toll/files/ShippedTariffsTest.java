package eu.passage.cep.toll.files;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.VatTreatment;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.tariff.PriceTable;
import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTariffsTest {

  /** As ../shared/design/domain.md has it: 3.5-12 t / 12-32 t / over 32 t. */
  private static final String PRICES_OF_2019 =
      """
      | 0-2 | .153/.205/.209 | .154/.207/.211 | .199/.278/.308 |
      | 3 | .132/.184/.188 | .133/.186/.190 | .172/.251/.282 |
      | 4 | .099/.152/.156 | .100/.153/.157 | .139/.219/.242 |
      | 5 | .077/.130/.134 | .089/.142/.146 | .126/.205/.235 |
      | 6 | .077/.130/.134 | .078/.131/.135 | .105/.184/.214 |
      """;

  static List<String> names() {
    return ShippedTariffs.ALL;
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsRightAndEachOfItsVersionsHasTestsThatPass(String name) throws RuleException {
    assertThat(TariffFile.parse(name, ShippedTariffs.text(name)))
        .isNotEmpty()
        .allMatch(tariff -> !tariff.tests().isEmpty());
  }

  @Test
  void allCanStandTogether() throws RuleException {
    List<Tariff> all = new ArrayList<>();
    for (String name : names()) {
      TariffFile.parse(name, ShippedTariffs.text(name)).forEach(one -> all.add(one.tariff()));
    }

    assertThat(new TariffTable(all).all()).hasSize(6);
  }

  @Test
  void theBelgianPricesAreThoseOf2019() throws RuleException {
    Map<String, Integer> columns =
        Map.of("be-km-wallonia", 2, "be-km-flanders", 3, "be-km-brussels", 4);
    for (TariffDocument document : TariffFile.parse("be-2019", ShippedTariffs.text("be-2019"))) {
      int column = columns.get(document.tariff().id());
      PriceTable prices = ((Pricing.PerKilometre) document.tariff().pricing()).prices();
      List<BigDecimal> expected = new ArrayList<>();
      for (String line : PRICES_OF_2019.lines().toList()) {
        for (String price : line.split("\\|")[column].strip().split("/")) {
          expected.add(new BigDecimal(price).setScale(4));
        }
      }

      assertThat(prices.prices()).as(document.tariff().id()).isEqualTo(expected);
      assertThat(document.tariff().vat())
          .isEqualTo(column == 2 ? VatTreatment.EXCLUSIVE : VatTreatment.NONE);
      assertThat(document.source()).contains("2019-07-01");
    }
  }

  @Test
  void theExampleOfTheReadmeIsRight() throws Exception {
    Matcher example =
        Pattern.compile("```yaml tariff\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));

    assertThat(example.find()).isTrue();
    assertThat(TariffFile.parse("README.md", example.group(1)))
        .singleElement()
        .matches(one -> one.tests().size() == 1);
  }
}
