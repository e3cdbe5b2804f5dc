package eu.passage.cep.wording;

import eu.passage.cep.model.Body;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Together;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells one story in one language, once. */
final class Teller {

  /** As many things as are told one by one; of more the first and the last, and how many. */
  private static final int TOLD = 6;

  /** As many cameras as are named for one step's repetitions. */
  private static final int NAMED = 3;

  private final Story story;
  private final Notes notes;
  private final Tongue tongue;
  private final Subject subject;
  private final Memory memory = new Memory();

  Teller(Story story, Notes notes, Tongue tongue) {
    this.story = story;
    this.notes = notes;
    this.tongue = tongue;
    boolean several = story.vehicles().size() > 1;
    this.subject = new Subject(story.vehicles().get(0).type(), several);
  }

  String tell() {
    String account = tongue.subject(subject) + " " + whatHappened() + ".";
    List<String> sentences = new ArrayList<>(List.of(headline(), account));
    sentences.addAll(notes.in(tongue));
    return String.join(" ", sentences);
  }

  /** Which vehicles, and the rule's title. */
  private String headline() {
    List<String> vehicles =
        story.vehicles().stream()
            .map(v -> tongue.noun(v.type()) + " " + tongue.plate(v.plate(), v.country()))
            .toList();
    String who = tongue.join(vehicles);
    String title =
        Optional.ofNullable(story.rule().titles().get(tongue.language()))
            .or(() -> Optional.ofNullable(story.rule().titles().get("en")))
            .orElse(story.rule().id())
            .strip();
    return who.substring(0, 1).toUpperCase(Locale.ROOT)
        + who.substring(1)
        + " – "
        + (title.endsWith(".") ? title : title + ".");
  }

  private String whatHappened() {
    if (story.rule().body() instanceof Body.Count count && story.events().size() > 1) {
      return count(count);
    }
    return story.rule().absence() ? absence() : chain() + spanned();
  }

  /** What happened, step by step. */
  private String chain() {
    List<Run> runs = Run.of(story.events());
    List<String> clauses = new ArrayList<>();
    if (runs.size() > TOLD) {
      Run first = runs.get(0);
      Run last = runs.get(runs.size() - 1);
      clauses.add(clause(first, true));
      int between = story.events().size() - first.times() - last.times();
      clauses.add(tongue.seenMore(between, subject));
      clauses.add(clause(last, false));
    } else {
      runs.forEach(run -> clauses.add(clause(run, clauses.isEmpty())));
    }
    return tongue.join(clauses);
  }

  private String clause(Run run, boolean first) {
    String together = first && subject.several() ? tongue.together() : "";
    Deed deed = run.deed();
    if (run.times() > 1) {
      String how = Tongue.words(together, tongue.times(run.times()));
      return Tongue.words(
          tongue.did(deed, subject, how),
          places(run.events()),
          memory.between(run.first().at(), run.last().at(), tongue));
    }
    Optional<String> camera = memory.name(run.first().camera());
    String did =
        deed.equals(Deed.SEEN)
            ? tongue.passed(camera, subject, together)
            : tongue.did(deed, subject, together) + " " + tongue.at(camera);
    return did + " " + tongue.at(memory.moment(run.first().at()));
  }

  private String places(List<Event> events) {
    long cameras = events.stream().map(Event::cameraCode).distinct().count();
    if (cameras == 1) {
      return tongue.at(memory.name(events.get(0).camera()));
    }
    List<Camera> known = events.stream().flatMap(e -> e.camera().stream()).distinct().toList();
    if (cameras > NAMED || known.size() < cameras) {
      return tongue.atCameras((int) cameras);
    }
    return tongue.atCameras(
        known.stream().flatMap(camera -> memory.name(Optional.of(camera)).stream()).toList());
  }

  /** How long it took, and how near to each other vehicles were. */
  private String spanned() {
    if (story.events().size() == 1) {
      return apart();
    }
    if (instant(story.span())) {
      return tongue.atOnce() + apart();
    }
    String span = tongue.span(story.span());
    return (story.events().size() == 2 ? tongue.later(span) : tongue.allIn(span)) + apart();
  }

  private String apart() {
    Together together = story.rule().together();
    if (together == null || !subject.several()) {
      return "";
    }
    // Rounded up, so that "never more than" is true.
    Duration gap = Duration.ofSeconds((story.gap().toMillis() + 999) / 1000);
    return gap.isZero() ? "" : tongue.neverFurtherApart(tongue.span(gap));
  }

  private String absence() {
    String span = tongue.span(Duration.ofMillis(story.at() - story.first().at()));
    String account = chain();
    Moment by = memory.moment(story.at());
    String comma = story.events().size() > 1 ? "," : "";
    return Missing.deed(story.rule())
        .map(
            deed ->
                Tongue.words(account + comma, tongue.and(), tongue.hadNot(deed, subject, by, span)))
        .orElseGet(() -> account + tongue.hadNotCome(by, span));
  }

  private String count(Body.Count count) {
    String how = subject.several() ? tongue.together() : "";
    Distinct distinct = count.distinct();
    Values values = distinct == null ? Values.NONE : Values.of(distinct, story, tongue);
    String what =
        distinct != null && values.number() > 1
            ? tongue.differed(distinct, values.number(), values.words(), subject, how)
            : tongue.did(
                story.deed(), subject, Tongue.words(how, tongue.times(story.events().size())));
    String took = instant(story.span()) ? "" : tongue.in(tongue.span(story.span()));
    String said = Tongue.words(what, took);
    if (subject.several() && story.events().size() <= TOLD) {
      List<String> meetings = new ArrayList<>();
      for (Event event : story.events()) {
        String camera = tongue.camera(memory.name(event.camera()));
        meetings.add(camera + " " + tongue.at(memory.moment(event.at())));
      }
      return said + apart() + tongue.colon() + tongue.join(meetings);
    }
    String first = where(story.first());
    return said + apart() + tongue.firstAndLast(first, where(story.last()));
  }

  private String where(Event event) {
    String camera = tongue.at(memory.name(event.camera()));
    return camera + " " + tongue.at(memory.moment(event.at()));
  }

  private static boolean instant(Duration span) {
    return span.toSeconds() == 0;
  }
}
