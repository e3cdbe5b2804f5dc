package eu.passage.cep.trucks.bans;

import java.util.List;

/**
 * A ban as its file has it.
 *
 * @param file as its reader named it
 * @param line of the file that it begins on, from 1
 */
public record BanDocument(String file, Ban ban, int line, List<BanTest> tests) {

  public BanDocument {
    tests = List.copyOf(tests);
  }
}
