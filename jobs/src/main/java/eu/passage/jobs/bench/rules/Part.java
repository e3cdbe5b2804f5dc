package eu.passage.jobs.bench.rules;

/** The questions that can be asked alone. */
enum Part {
  /** Four rules on the heap, against stock flink-cep and the pass-through. */
  HEAP,
  /** The same on RocksDB, on as many passages as stock flink-cep can bear. */
  ROCKSDB,
  /** Ten times to a hundred times the vehicles. */
  SCALE,
  /** 4 to 512 rules. */
  RULES,
  /** What is kept of a vehicle. */
  STATE,
  /** Whether what is kept stops growing when vehicles never come again. */
  GROWTH
}
