package eu.passage.jobs.tolls.books;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.config.PassageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Toll events as one copy of them holds them. */
public sealed interface TollBook permits TopicBook, TableBook, FilesBook {

  /** Which copy it is. */
  Copy copy();

  /** Where it is, for people. */
  String place();

  /**
   * Reads events in turn, as this copy holds them: one that is there twice comes twice. The order
   * is the copy's own.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when the copy cannot be read
   */
  void read(Wanted wanted, Consumer<TollEvent> reader);

  /** Every copy that a configuration names, the topic first. */
  static List<TollBook> of(PassageConfig config) {
    List<TollBook> books = new ArrayList<>();
    books.add(new TopicBook(config));
    var database = config.tollArchive().database();
    if (database != null) {
      books.add(new TableBook(database));
    }
    var files = config.tollArchive().files();
    if (files != null) {
      books.add(new FilesBook(files));
    }
    return List.copyOf(books);
  }
}
