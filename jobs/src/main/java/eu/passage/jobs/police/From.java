package eu.passage.jobs.police;

/** Where in a topic to begin, on the command line. */
enum From {
  BEGINNING,
  NOW
}
