package eu.passage.cep.watch;

import eu.passage.schemas.plates.Confusions;
import java.util.ArrayList;
import java.util.List;

/**
 * How a plate as read differs from one as listed, of the same length.
 *
 * @param places all places where they differ, from 0
 * @param doubtful those of them that no letter read for a digit, nor a digit for a letter, explains
 * @param unlike those of all where the two characters are not drawn alike, as 0 and O are
 */
record PlateDifference(List<Integer> places, List<Integer> doubtful, List<Integer> unlike) {

  static PlateDifference of(String read, String listed) {
    List<Integer> places = new ArrayList<>();
    List<Integer> doubtful = new ArrayList<>();
    List<Integer> unlike = new ArrayList<>();
    for (int i = 0; i < read.length(); i++) {
      char a = read.charAt(i);
      char b = listed.charAt(i);
      if (a != b) {
        places.add(i);
        double across = Confusions.across(a, b);
        if (across == 0) {
          doubtful.add(i);
        }
        if (across < 1) {
          unlike.add(i);
        }
      }
    }
    return new PlateDifference(places, doubtful, unlike);
  }
}
