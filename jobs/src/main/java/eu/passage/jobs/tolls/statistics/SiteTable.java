package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.VehicleType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Where things are measured, as a MeasurementSiteTablePublication. */
final class SiteTable {

  private final Datex xml;

  private SiteTable(Datex xml) {
    this.xml = xml;
  }

  static void write(Publisher publisher, Datex xml, Instant now) throws XMLStreamException {
    new SiteTable(xml).write(publisher, now);
  }

  private void write(Publisher publisher, Instant now) throws XMLStreamException {
    xml.begin("MeasurementSiteTablePublication", now, publisher.country(), publisher.name());
    xml.header();
    xml.open(
        "roa:measurementSiteTable", "id", publisher.tableId(), "version", publisher.tableVersion());
    xml.line();
    for (Site site : publisher.sites().values()) {
      site(site);
      xml.line();
    }
    xml.close();
    xml.end();
  }

  private void site(Site site) throws XMLStreamException {
    xml.open("roa:measurementSite", "id", site.id(), "version", site.version());
    xml.open("roa:measurementSiteName");
    xml.open("com:values");
    xml.open("com:value", "lang", "en");
    xml.characters(site.name());
    xml.close();
    xml.close();
    xml.close();
    for (VehicleType type :
        site.everything() ? List.of(VehicleType.values()) : List.of(VehicleType.TRUCK)) {
      xml.open("roa:measurementSpecificCharacteristics", "index", Datex.index(type));
      xml.open("roa:measurementSpecificCharacteristics");
      xml.text(
          "roa:specificMeasurementValueType",
          site.everything() ? "trafficFlow" : "individualVehicleMeasurements");
      xml.open("roa:specificVehicleCharacteristics");
      xml.text("com:vehicleType", Datex.type(type));
      xml.close();
      xml.close();
      xml.close();
    }
    xml.open("roa:measurementSiteLocation", "xsi:type", "loc:PointLocation");
    xml.open("loc:pointByCoordinates");
    xml.open("loc:pointCoordinates");
    xml.text("loc:latitude", degrees(site.latitude()));
    xml.text("loc:longitude", degrees(site.longitude()));
    xml.close();
    xml.close();
    xml.close();
    xml.close();
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
