package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CodeTableProperties {

  @Property(tries = 500)
  void itIsAMapThatNeverForgets(@ForAll List<Long> codes, @ForAll List<Long> others) {
    CodeTable table = new CodeTable(codes.size());
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      Integer before = map.put(codes.get(i), i);
      assertThat(table.put(codes.get(i), i)).isEqualTo(before == null ? CodeTable.ABSENT : before);
    }

    map.forEach((code, value) -> assertThat(table.get(code)).isEqualTo(value));
    others.forEach(code -> assertThat(table.has(code)).isEqualTo(map.containsKey(code)));
  }
}
