package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ReliabilityPlotTest {

  @Test
  void everyCurveHasADotForEachBinThatHoldsReadingsAndALineInTheLegend() throws Exception {
    Reliability first = new Reliability("first");
    first.add(0.99, true);
    first.add(0.6, false);
    Reliability second = new Reliability("second");
    second.add(0.4, true);

    String svg = ReliabilityPlot.svg(List.of(first, second));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(3);
    assertThat(svg).contains("first, 2 readings", "second, 1 readings", "cx=\"412.4\"");
  }
}
