package eu.passage.jobs.bench.rules;

import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.cep.model.Rule;
import eu.passage.cep.rules.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The rules that are measured, as the texts that an analyst would deploy. */
final class BenchRules {

  private static final RuleLanguage LANGUAGE =
      new RuleLanguage(
          BenchCameras.CATALOGUE, DetectionSettings.of(BenchCameras.CATALOGUE).ruleLimits());

  private static final Map<String, Rule> COMPILED = new ConcurrentHashMap<>();

  private static final String HEAD =
      """
      rule: %s
      title: A rule of the benchmark
      severity: low
      purpose: judicial
      notify: [police-be]
      """;

  private static final String[] TYPES = {"CAR", "VAN", "TRUCK", "BUS"};
  private static final String[] COLOURS = {"BLACK", "WHITE", "GREY", "RED", "BLUE", "GREEN"};

  private BenchRules() {}

  /**
   * One of each kind that the target names: recurring, night dash, did not return, one passage.
   *
   * @param once whether people are told at most once a day of a vehicle, as in the shipped rules
   */
  static List<RuleSource> four(boolean once) {
    String end = once ? "once: 24h\n" : "";
    return List.of(
        source("recurring-crossings", "count: {of: crossing, atLeast: 6, within: 24h}\n" + end),
        source(
            "night-dash",
            """
            sequence:
              - enter: crossing where to == 'BE' && during('00:00', '05:00')
              - then leave: crossing where from == 'BE' && camera.id != enter.camera.id
            within: 90m
            """
                + end),
        source(
            "truck-did-not-return",
            """
            sequence:
              - enter: crossing where to == 'BE' && type == 'TRUCK'
              - not leave: crossing where from == 'BE'
            within: 12h
            """
                + end),
        source(
            "truck-on-closed-road",
            "when: passage where type == 'TRUCK' && camera.road == 'N7' && during('22:00', '05:00')\n"
                + end));
  }

  /**
   * Rules of the same four kinds, each about cameras, hours, types, colours or plates of its own.
   */
  static List<RuleSource> selective(int count) {
    return IntStream.range(0, count).mapToObj(BenchRules::selectiveOne).toList();
  }

  private static RuleSource selectiveOne(int i) {
    String camera = "B-" + (1 + i % 24);
    String other = "B-" + (1 + (i / 4 * 5 + 11) % 24);
    String colour = COLOURS[i / 4 % COLOURS.length];
    int hour = i / 8 % 22;
    String during = "during('%02d:00', '%02d:00')".formatted(hour, hour + 2);
    String body =
        switch (i % 4) {
          case 0 ->
              """
              count:
                of: crossing
                where: camera.id == '%s' && colour == '%s' && %s
                atLeast: 8
                within: 24h
              """
                  .formatted(camera, colour, during);
          case 1 ->
              """
              sequence:
                - enter: crossing where to == 'BE' && camera.id == '%s' && type == '%s'
                - then leave: crossing where from == 'BE' && camera.id == '%s' && %s
              within: 20m
              """
                  .formatted(camera, TYPES[i / 4 % TYPES.length], other, during);
          case 2 ->
              """
              sequence:
                - enter: crossing where to == 'BE' && type == 'TRUCK' && camera.id == '%s' && %s && colour == '%s'
                - not leave: crossing where from == 'BE'
              within: 12h
              """
                  .formatted(camera, during, colour);
          default -> plates(i);
        };
    return source("selective-" + i, body + "once: 24h\n");
  }

  private static String plates(int i) {
    List<String> listed = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      // of twenty listed vehicles one in four lists knows one that comes by
      listed.add(BorderWeek.plate(n == 0 && i % 16 == 3 ? i : 1_000_000 + i + 512 * n));
    }
    return "lists: {wanted: [%s]}\nwhen: passage where list('wanted')\n"
        .formatted(String.join(", ", listed));
  }

  /** Rules that ask the same and differ in their numbers: how often, and within how long. */
  static List<RuleSource> numbers(int count) {
    return IntStream.range(0, count).mapToObj(BenchRules::numbersOne).toList();
  }

  private static RuleSource numbersOne(int i) {
    int step = i / 3;
    String body =
        switch (i % 3) {
          case 0 ->
              "count: {of: crossing, atLeast: %d, within: %dm}\n"
                  .formatted(24 + step % 12, 24 * 60 - 5 * step);
          case 1 ->
              """
              sequence:
                - enter: crossing where to == 'BE' && during('00:00', '05:00')
                - then leave: crossing where from == 'BE' && camera.id != enter.camera.id
              within: %ds
              """
                  .formatted(20 * 60 - 5 * step);
          default ->
              """
              sequence:
                - enter: crossing where to == 'BE' && type == 'TRUCK'
                - not leave: crossing where from == 'BE'
              within: %dm
              """
                  .formatted(12 * 60 + step);
        };
    return source("numbers-" + i, body + "once: 24h\n");
  }

  /** As the analyst's text says; each text is compiled once in this process. */
  static Rule rule(String text) {
    return COMPILED.computeIfAbsent(text, BenchRules::compile);
  }

  private static Rule compile(String text) {
    try {
      return LANGUAGE.parse("bench.yaml", text).get(0).rule();
    } catch (RuleException e) {
      throw new IllegalStateException("a rule of the benchmark is wrong: " + e.getMessage(), e);
    }
  }

  private static RuleSource source(String id, String body) {
    return RuleSource.newBuilder()
        .setRuleId(id)
        .setVersion(1)
        .setSource(HEAD.formatted(id) + body)
        .setAuthor(RuleBook.SHIPPED)
        .setDeployedAt(Instant.EPOCH)
        .build();
  }
}
