package eu.passage.jobs.tolls.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CsvStatisticsTest {

  @Test
  void eachCellIsALine() throws Exception {
    StringWriter out = new StringWriter();
    CsvStatistics.write(SampleDay.statistics(), SampleDay.publisher(), out);

    assertThat(out.toString().replace("\"", "").lines())
        .containsExactly(
            "kind,point,road,latitude,longitude,way,from,until,type,axles,fromTonnes,untilTonnes,vehicles",
            "truck,EST-1,Estaimpuis - Wattrelos,50.7058,3.2402,FR-BE,2026-11-26T07:00:00Z,2026-11-26T07:01:00Z,TRUCK,5,35,40,6",
            "truck,EST-1,Estaimpuis - Wattrelos,50.7058,3.2402,FR-BE,2026-11-26T09:00:00Z,2026-11-26T10:00:00Z,TRUCK,,,,5",
            "traffic,EST-1,Estaimpuis - Wattrelos,50.7058,3.2402,,2026-11-26T07:00:00Z,2026-11-26T07:05:00Z,CAR,,,,9",
            "traffic,EST-1,Estaimpuis - Wattrelos,50.7058,3.2402,,2026-11-26T07:05:00Z,2026-11-26T07:10:00Z,UNKNOWN,,,,7");
  }
}
