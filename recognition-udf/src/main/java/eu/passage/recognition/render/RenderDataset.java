package eu.passage.recognition.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes rendered frames with their truth, for training: {@code --out DIR --count N --seed S} gives
 * {@code DIR/000000.jpg} and so on, and {@code DIR/labels.jsonl} with one line for each. The same
 * seed gives the same files.
 */
public final class RenderDataset {

  private static final Set<String> OPTIONS = Set.of("--out", "--count", "--seed");

  private final ObjectMapper mapper = new ObjectMapper();

  private RenderDataset() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> options = options(args);
    Path out = Path.of(options.get("--out"));
    int count = Integer.parseInt(options.get("--count"));
    long seed = Long.parseLong(options.get("--seed"));
    new RenderDataset().write(out, count, seed);
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    if (!options.keySet().equals(OPTIONS) || args.length != 2 * OPTIONS.size()) {
      throw new IllegalArgumentException("usage: RenderDataset --out DIR --count N --seed S");
    }
    return options;
  }

  private void write(Path out, int count, long seed) throws IOException {
    Files.createDirectories(out);
    RandomFrames frames = new RandomFrames(seed);
    try (Writer labels = Files.newBufferedWriter(out.resolve("labels.jsonl"))) {
      for (int i = 0; i < count; i++) {
        String name = String.format(Locale.ROOT, "%06d.jpg", i);
        RandomFrames.Sample sample = frames.next();
        Files.write(out.resolve(name), sample.frame().jpeg());
        labels.write(mapper.writeValueAsString(label(name, sample)));
        labels.write('\n');
      }
    }
  }

  private ObjectNode label(String name, RandomFrames.Sample sample) {
    ObjectNode label = mapper.createObjectNode();
    label.put("image", name);
    label.put("night", sample.conditions().night());
    label.put("infrared", sample.conditions().infrared());
    ArrayNode vehicles = label.putArray("vehicles");
    for (RenderedFrame.Vehicle vehicle : sample.frame().vehicles()) {
      ObjectNode node = vehicles.addObject();
      node.put("type", vehicle.type().name());
      node.put("colour", vehicle.colour().name());
      node.set("box", box(vehicle.box()));
      if (vehicle.plate().isPresent()) {
        node.set("plate", plate(vehicle.plate().get()));
      } else {
        node.putNull("plate");
      }
    }
    return label;
  }

  private ObjectNode plate(RenderedFrame.Plate plate) {
    ObjectNode node = mapper.createObjectNode();
    node.put("text", plate.plate().text());
    node.put("country", plate.plate().country());
    node.put("series", plate.plate().series());
    node.set("box", box(plate.box()));
    ArrayNode corners = node.putArray("corners");
    for (RenderedFrame.Corner corner : plate.corners()) {
      corners
          .addArray()
          .add(Math.round(corner.x() * 10) / 10.0)
          .add(Math.round(corner.y() * 10) / 10.0);
    }
    return node;
  }

  private ArrayNode box(Rectangle box) {
    return mapper.createArrayNode().add(box.x).add(box.y).add(box.width).add(box.height);
  }
}
