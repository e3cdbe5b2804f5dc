package eu.passage.jobs.bench.watch;

import eu.passage.avro.WatchEntry;

/** Entries that a job of the benchmark is given. */
interface EntryList {

  int size();

  /**
   * One of them, approved and in force while passages come.
   *
   * @param place from 0
   */
  WatchEntry entry(int place);
}
