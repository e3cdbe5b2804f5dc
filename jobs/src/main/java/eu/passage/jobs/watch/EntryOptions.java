package eu.passage.jobs.watch;

import java.util.List;
import picocli.CommandLine.Option;

/** What can be said of an entry that is proposed. What nobody says is empty. */
final class EntryOptions {

  @Option(
      names = "--plate",
      paramLabel = "PLATE",
      description =
          "The plate, with ? for one character and * for any number: 1ABC234, '1AB?2*'. Without"
              + " one, describe the vehicle and say where or when.")
  String plate = "";

  @Option(names = "--country", paramLabel = "CC", description = "The plate's country, such as BE.")
  String country = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "The vehicle's type: car, van, truck, bus or motorcycle.")
  String type = "";

  @Option(names = "--colour", paramLabel = "COLOUR", description = "Its colour, such as white.")
  String colour = "";

  @Option(names = "--make", paramLabel = "NAME", description = "Its maker, such as Renault.")
  String make = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      split = ",",
      description = "Only at cameras of these zones.")
  List<String> zones = List.of();

  @Option(names = "--to", paramLabel = "CC", description = "Only when it enters this country.")
  String to = "";

  @Option(
      names = "--from-time",
      paramLabel = "HH:mm",
      description = "Only from this hour of the day on.")
  String fromTime = "";

  @Option(
      names = "--until-time",
      paramLabel = "HH:mm",
      description = "Only until this hour; an earlier one than --from-time is over midnight.")
  String untilTime = "";

  @Option(names = "--basis", paramLabel = "LAW", description = "The article that allows the entry.")
  String basis = "";

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "What it serves, such as judicial.")
  String purpose = "";

  @Option(names = "--case", paramLabel = "NUMBER", description = "The file it belongs to.")
  String caseNumber = "";

  @Option(
      names = "--requester",
      paramLabel = "NAME",
      description = "Who asks: a service or function.")
  String requester = "";

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "What the officer does: stop, observe or discreet.")
  String action = "";

  @Option(
      names = "--offence",
      paramLabel = "OFFENCE",
      description = "The category of offence, such as aggravated-theft.")
  String offence = "";

  @Option(
      names = "--from",
      paramLabel = "WHEN",
      description = "From when on: " + Moments.EXAMPLES + "; a span is from now on (default: now).")
  String from = "";

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "Until when: as --from, a span is from the start on.")
  String until = "";

  @Option(
      names = "--notify",
      paramLabel = "SERVICE",
      split = ",",
      description = "Who is told: police-be,ccpd-tournai.")
  List<String> recipients = List.of();

  @Option(
      names = "--language",
      paramLabel = "LANG",
      split = ",",
      description = "In which languages: en, fr, nl, de (default: each service's own).")
  List<String> languages = List.of();
}
