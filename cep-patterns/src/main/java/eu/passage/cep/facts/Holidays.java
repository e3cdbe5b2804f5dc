package eu.passage.cep.facts;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Set;

/**
 * Public holidays of Belgium (law of 4 January 1974) and of France (Code du travail, L3133-1), and
 * of no other country. What only Alsace and Moselle keep is left out.
 */
public final class Holidays {

  private static final int BELGIUM = CountryCode.of("BE");
  private static final int FRANCE = CountryCode.of("FR");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2100;

  private static final boolean[] IN_BELGIUM = table(BELGIUM);
  private static final boolean[] IN_FRANCE = table(FRANCE);

  private Holidays() {}

  /**
   * Whether a country keeps a day. Before 1970 and after 2100 nobody keeps any.
   *
   * @param country a {@link CountryCode}
   * @param epochDay the local date, in days since 1970-01-01
   */
  public static boolean isHoliday(int country, long epochDay) {
    if (epochDay < 0 || epochDay >= IN_BELGIUM.length) {
      return false;
    }
    return country == BELGIUM
        ? IN_BELGIUM[(int) epochDay]
        : country == FRANCE && IN_FRANCE[(int) epochDay];
  }

  private static boolean[] table(int country) {
    boolean[] kept = new boolean[(int) LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay()];
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      for (LocalDate day : of(country, year)) {
        kept[(int) day.toEpochDay()] = true;
      }
    }
    return kept;
  }

  private static Set<LocalDate> of(int country, int year) {
    LocalDate easter = easter(year);
    Set<LocalDate> days = new HashSet<>();
    days.add(LocalDate.of(year, Month.JANUARY, 1));
    days.add(easter.plusDays(1));
    days.add(LocalDate.of(year, Month.MAY, 1));
    days.add(easter.plusDays(39)); // Ascension
    days.add(easter.plusDays(50)); // Whit Monday
    days.add(LocalDate.of(year, Month.AUGUST, 15));
    days.add(LocalDate.of(year, Month.NOVEMBER, 1));
    days.add(LocalDate.of(year, Month.NOVEMBER, 11));
    days.add(LocalDate.of(year, Month.DECEMBER, 25));
    if (country == BELGIUM) {
      days.add(LocalDate.of(year, Month.JULY, 21));
    } else {
      days.add(LocalDate.of(year, Month.MAY, 8));
      days.add(LocalDate.of(year, Month.JULY, 14));
    }
    return days;
  }

  /** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
