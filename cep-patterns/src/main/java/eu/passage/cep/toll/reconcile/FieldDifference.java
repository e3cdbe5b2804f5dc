package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A field in which two copies of an event differ.
 *
 * @param name with the records around it, such as {@code charge.amount}
 * @param one its value in the first
 * @param two its value in the second
 */
record FieldDifference(String name, String one, String two) {

  private static final int SHOWN = 120;

  static List<FieldDifference> between(TollEvent one, TollEvent two) {
    List<FieldDifference> differences = new ArrayList<>();
    compare("", one, two, differences);
    return differences;
  }

  private static void compare(
      String prefix, IndexedRecord one, IndexedRecord two, List<FieldDifference> differences) {
    for (Field field : one.getSchema().getFields()) {
      String name = prefix + field.name();
      Object first = one.get(field.pos());
      Object second = two.get(field.pos());
      if (first instanceof IndexedRecord a && second instanceof IndexedRecord b) {
        compare(name + ".", a, b, differences);
      } else if (!isSame(first, second)) {
        differences.add(new FieldDifference(name, shown(first), shown(second)));
      }
    }
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object two) {
    // a table may give 2.05 back for 2.0500: the same money
    return (one instanceof BigDecimal a && two instanceof BigDecimal b)
        ? a.compareTo(b) == 0
        : Objects.equals(one, two);
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    if (text.isEmpty()) {
      return "empty";
    }
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
