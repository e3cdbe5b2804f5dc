package eu.passage.jobs.tolls.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.TollEvent;
import eu.passage.avro.VehicleType;
import eu.passage.cep.counts.Slots;
import eu.passage.jobs.config.ConfigFile;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The documents against what DATEX II 3.5 says of the parts that they use. */
class DatexStructureTest {

  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00.123Z");

  private static Schema schema;

  @BeforeAll
  static void read() throws Exception {
    var url = Objects.requireNonNull(DatexStructureTest.class.getResource("d2Payload.xsd"));
    schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(url);
  }

  @Test
  void aDaysStatisticsHaveTheStructureOfTheModel() throws Exception {
    String xml = measured(SampleDay.statistics());

    validate(xml);
    assertThat(occurrences("xsi:type=\"roa:IndividualVehicleDataValues\"", xml)).isEqualTo(11);
    assertThat(occurrences("xsi:type=\"roa:TrafficFlow\"", xml)).isEqualTo(2);
    assertThat(xml)
        .contains(
            "<roa:vehicleFlow numberOfInputValuesUsed=\"9\"><com:vehicleFlowRate>108<",
            "<com:numberOfAxles>5<",
            "<com:startOfPeriod>2026-11-26T07:00:00Z</com:startOfPeriod>"
                + "<com:endOfPeriod>2026-11-26T07:01:00Z<",
            "<com:publicationTime>2026-11-27T10:00:00Z<");
  }

  @Test
  void nothingOfAVehicleIsInIt() throws Exception {
    String xml = measured(SampleDay.statistics());

    for (TollEvent event : SampleDay.events()) {
      assertThat(xml)
          .doesNotContain(
              event.getPlate(), event.getEventId(), event.getPassageId(), event.getAt().toString());
    }
    assertThat(xml).doesNotContain("BE-FR", "PlateIdentifier", "2026-11-26T14:");
  }

  @Test
  void aDayOfWhichNothingMayBeToldIsStillADocument() throws Exception {
    DayStatistics empty =
        DayStatistics.of(
            SampleDay.DAY,
            (days, reader) -> {},
            new Slots(),
            ConfigFile.defaults().tollArchive().statistics());

    validate(measured(empty));
  }

  @Test
  void everySiteThatIsMeasuredAtIsInTheTableInTheSameVersion() throws Exception {
    String table = sites();
    validate(table);

    Matcher named =
        Pattern.compile("<roa:measurementSiteReference id=\"([^\"]+)\" version=\"([^\"]+)\"")
            .matcher(measured(SampleDay.statistics()));
    assertThat(named.results())
        .isNotEmpty()
        .allSatisfy(
            site ->
                assertThat(table)
                    .contains(
                        "<roa:measurementSite id=\"%s\" version=\"%s\">"
                            .formatted(site.group(1), site.group(2))));
    assertThat(table)
        .contains(
            "<loc:latitude>50.705800</loc:latitude><loc:longitude>3.240200</loc:longitude>",
            "N&#233;chin - Toufflers, from FR to BE");
  }

  @Test
  void everyTypeOfVehicleHasItsIndexAndItsWord() {
    assertThat(VehicleType.values())
        .allSatisfy(
            type -> {
              assertThat(Datex.index(type)).as(type.name()).isNotEqualTo("0");
              assertThat(Datex.type(type)).as(type.name()).isNotEqualTo("other");
            })
        .extracting(Datex::index)
        .doesNotHaveDuplicates();
  }

  @Test
  void theTableThatTheMeasurementsNameIsThatTable() throws Exception {
    Publisher publisher = SampleDay.publisher();
    String id = "id=\"%s\" version=\"%s\"".formatted(publisher.tableId(), publisher.tableVersion());

    assertThat(measured(SampleDay.statistics())).contains("SiteTableReference " + id);
    assertThat(sites()).contains("<roa:measurementSiteTable " + id);
  }

  @Test
  void theCheckItselfFindsWhatIsOutOfPlace() throws Exception {
    String xml = measured(SampleDay.statistics());

    for (String wrong :
        List.of(
            xml.replace("<com:typeOfWeight>actual", "<com:typeOfWeight>guessed"),
            xml.replace("com:vehicleFlowRate", "com:vehicleFlow"),
            xml.replace("roa:individualVehicle>", "roa:vehicle>"),
            xml.replace(" targetClass=\"roa:MeasurementSite\"", ""))) {
      assertThat(wrong).isNotEqualTo(xml);
      assertThatThrownBy(() -> validate(wrong)).isInstanceOf(SAXException.class);
    }
  }

  private static String measured(DayStatistics day) throws Exception {
    StringWriter out = new StringWriter();
    MeasuredData.write(day, SampleDay.publisher(), new Datex(out), NOW);
    return out.toString();
  }

  private static String sites() throws Exception {
    StringWriter out = new StringWriter();
    SiteTable.write(SampleDay.publisher(), new Datex(out), NOW);
    return out.toString();
  }

  private static void validate(String xml) throws Exception {
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static long occurrences(String text, String in) {
    return Pattern.compile(text, Pattern.LITERAL).matcher(in).results().count();
  }
}
