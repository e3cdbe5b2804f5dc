package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;

/**
 * A day's statistics as a MeasuredDataPublication: IndividualVehicleDataValues for each passage of
 * a truck, TrafficFlow for numbers of all vehicles. A flow is a rate for DATEX II; the number
 * itself is its attribute {@code numberOfInputValuesUsed}.
 */
final class MeasuredData {

  private final Datex xml;
  private final SortedMap<String, Site> sites;

  private MeasuredData(Datex xml, SortedMap<String, Site> sites) {
    this.xml = xml;
    this.sites = sites;
  }

  static void write(DayStatistics day, Publisher publisher, Datex xml, Instant now)
      throws XMLStreamException {
    new MeasuredData(xml, publisher.sites()).write(day, publisher, now);
  }

  private void write(DayStatistics day, Publisher publisher, Instant now)
      throws XMLStreamException {
    xml.begin("MeasuredDataPublication", now, publisher.country(), publisher.name());
    xml.empty(
        "roa:measurementSiteTableReference",
        "id",
        publisher.tableId(),
        "version",
        publisher.tableVersion(),
        "targetClass",
        "roa:MeasurementSiteTable");
    xml.header();
    if (day.trucks().passages().isEmpty() && day.flow().passages().isEmpty()) {
      // The model wants one at least: of a day of which nothing may be told, that it was measured
      begin(sites.firstKey());
      end(day.day());
    }
    for (Map.Entry<TruckCell, Long> cell : day.trucks().passages().entrySet()) {
      for (long truck = 0; truck < cell.getValue(); truck++) {
        truck(cell.getKey());
      }
    }
    for (Map.Entry<FlowCell, Long> cell : day.flow().passages().entrySet()) {
      flow(cell.getKey(), cell.getValue());
    }
    xml.end();
  }

  private void truck(TruckCell cell) throws XMLStreamException {
    begin(Site.id(cell.point(), cell.way()));
    quantity(Datex.index(VehicleType.TRUCK), "roa:IndividualVehicleDataValues");
    xml.open("roa:individualVehicle");
    xml.open("com:vehicleCharacteristics");
    xml.text("com:vehicleType", Datex.type(VehicleType.TRUCK));
    if (cell.tonnes() != null) {
      weight("greaterThanOrEqualTo", cell.tonnes());
      weight("lessThan", cell.tonnes() + TruckCell.BAND_TONNES);
    }
    if (cell.axles() != null) {
      xml.open("com:numberOfAxlesCharacteristic");
      xml.text("com:comparisonOperator", "equalTo");
      xml.text("com:numberOfAxles", cell.axles().toString());
      xml.close();
    }
    xml.close();
    xml.close();
    endQuantity();
    end(cell.when());
  }

  private void weight(String operator, int tonnes) throws XMLStreamException {
    xml.open("com:grossWeightCharacteristic");
    xml.text("com:comparisonOperator", operator);
    xml.text("com:grossVehicleWeight", Integer.toString(tonnes));
    xml.text("com:typeOfWeight", "actual");
    xml.close();
  }

  private void flow(FlowCell cell, long vehicles) throws XMLStreamException {
    begin(cell.point());
    quantity(Datex.index(cell.type()), "roa:TrafficFlow");
    xml.open("roa:forVehiclesWithCharacteristicsOf");
    xml.text("com:vehicleType", Datex.type(cell.type()));
    xml.close();
    xml.open("roa:vehicleFlow", "numberOfInputValuesUsed", Long.toString(vehicles));
    double hours = cell.when().length().toMillis() / (double) Duration.ofHours(1).toMillis();
    xml.text("com:vehicleFlowRate", Long.toString(Math.round(vehicles / hours)));
    xml.close();
    endQuantity();
    end(cell.when());
  }

  private void begin(String site) throws XMLStreamException {
    xml.open("roa:siteMeasurements");
    Site known = sites.get(site);
    String version = known == null ? Site.version(site) : known.version();
    xml.empty(
        "roa:measurementSiteReference",
        "id",
        site,
        "version",
        version,
        "targetClass",
        "roa:MeasurementSite");
  }

  private void quantity(String index, String type) throws XMLStreamException {
    xml.open("roa:physicalQuantity", "index", index);
    xml.open("roa:physicalQuantity", "xsi:type", "roa:SinglePhysicalQuantity");
    xml.open("roa:basicData", "xsi:type", type);
  }

  private void endQuantity() throws XMLStreamException {
    xml.close();
    xml.close();
    xml.close();
  }

  private void end(Span when) throws XMLStreamException {
    xml.open("roa:measurementTimeDefault");
    xml.open("roa:period");
    xml.text("com:startOfPeriod", when.from().toString());
    xml.text("com:endOfPeriod", when.until().toString());
    xml.close();
    xml.close();
    xml.close();
    xml.line();
  }
}
