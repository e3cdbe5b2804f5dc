package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.VehicleType;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as DATEX II level A, version 3.5, has it, of what both of its publications need. Names, their
 * order and their types are those of the schemas D2Payload, Common, LocationReferencing and
 * RoadTrafficData of that version; {@code DatexStructureTest} holds the documents against them.
 */
final class Datex {

  static final String VERSION = "3.5";

  private static final String SCHEMAS = "http://datex2.eu/schema/3/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /** Their place here is the index of what is measured; only add at the end. */
  private static final List<VehicleType> INDEXED =
      List.of(
          VehicleType.UNKNOWN,
          VehicleType.CAR,
          VehicleType.VAN,
          VehicleType.TRUCK,
          VehicleType.BUS,
          VehicleType.MOTORCYCLE);

  private static final Map<VehicleType, String> TYPES =
      Map.of(
          VehicleType.UNKNOWN, "unknown",
          VehicleType.CAR, "car",
          VehicleType.VAN, "van",
          VehicleType.TRUCK, "lorry",
          VehicleType.BUS, "bus",
          VehicleType.MOTORCYCLE, "motorcycle");

  private final XMLStreamWriter xml;

  Datex(Writer out) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new AsciiWriter(out));
  }

  /** Begins a publication; until {@link #end} it is open. */
  void begin(String publication, Instant at, String country, String publisher)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("d2:payload");
    xml.writeAttribute("xmlns:d2", SCHEMAS + "d2Payload");
    xml.writeAttribute("xmlns:com", SCHEMAS + "common");
    xml.writeAttribute("xmlns:loc", SCHEMAS + "locationReferencing");
    xml.writeAttribute("xmlns:roa", SCHEMAS + "roadTrafficData");
    xml.writeAttribute("xmlns:xsi", XSI);
    xml.writeAttribute("xsi:type", "roa:" + publication);
    xml.writeAttribute("lang", "en");
    xml.writeAttribute("modelBaseVersion", "3");
    line();
    text("com:publicationTime", at.truncatedTo(ChronoUnit.SECONDS).toString());
    open("com:publicationCreator");
    text("com:country", country);
    text("com:nationalIdentifier", publisher);
    close();
    line();
  }

  void end() throws XMLStreamException {
    line();
    close();
    xml.writeEndDocument();
    xml.flush();
  }

  void header() throws XMLStreamException {
    open("roa:headerInformation");
    text("com:informationStatus", "real");
    close();
    line();
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  void open(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  void text(String element, String text) throws XMLStreamException {
    open(element);
    characters(text);
    close();
  }

  void characters(String text) throws XMLStreamException {
    xml.writeCharacters(text);
  }

  /** An element without content. */
  void empty(String element, String... attributes) throws XMLStreamException {
    open(element, attributes);
    close();
  }

  /** For people who look at the file. */
  void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /** An index by which measurements name what they measure; the same in both publications. */
  static String index(VehicleType type) {
    return Integer.toString(INDEXED.indexOf(type) + 1);
  }

  static String type(VehicleType type) {
    return TYPES.getOrDefault(type, "other");
  }
}
