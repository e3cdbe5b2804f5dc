package eu.passage.cep.alerts;

import java.util.ArrayList;
import java.util.List;

/** Where a plate as read is not the plate as listed. */
final class PlateDifference {

  private PlateDifference() {}

  /** Whether a plate stands for more than one, or for none. */
  static boolean isPattern(String listed) {
    return listed.isEmpty() || listed.indexOf('?') >= 0 || listed.indexOf('*') >= 0;
  }

  /**
   * Places in the plate as read, from 0. Of plates of different length all that lies between what
   * they begin and end with in common; none for a wildcard, which says nothing of single places.
   *
   * @param listed normal form, as in a watch entry
   */
  static List<Integer> places(String read, String listed) {
    List<Integer> places = new ArrayList<>();
    if (isPattern(listed)) {
      return places;
    }
    if (read.length() == listed.length()) {
      for (int i = 0; i < read.length(); i++) {
        if (read.charAt(i) != listed.charAt(i)) {
          places.add(i);
        }
      }
      return places;
    }
    int shorter = Math.min(read.length(), listed.length());
    int begin = 0;
    while (begin < shorter && read.charAt(begin) == listed.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && read.charAt(read.length() - 1 - end) == listed.charAt(listed.length() - 1 - end)) {
      end++;
    }
    for (int i = begin; i < read.length() - end; i++) {
      places.add(i);
    }
    return places;
  }
}
