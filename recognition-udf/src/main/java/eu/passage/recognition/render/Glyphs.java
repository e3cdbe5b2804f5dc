package eu.passage.recognition.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The alphabets that plates are written in: outlines of our own, so that a machine without fonts
 * draws them too. The cap height is 100, y goes down from the cap line, the base line is y = 100.
 */
final class Glyphs {

  /**
   * A character's outline.
   *
   * @param width without the gap to the next character
   */
  record Glyph(Shape outline, double width) {}

  /**
   * An alphabet.
   *
   * @param gap between characters
   */
  record Face(double gap, Map<Character, Glyph> glyphs) {

    /**
     * @throws IllegalArgumentException when the alphabet lacks the character
     */
    Glyph glyph(char c) {
      Glyph glyph = glyphs.get(c);
      if (glyph == null) {
        throw new IllegalArgumentException("no glyph for '" + c + "'");
      }
      return glyph;
    }
  }

  private static final String RESOURCE = "/eu/passage/schemas/plates/glyphs.json";
  private static final Map<String, Face> FACES = read();

  private Glyphs() {}

  /**
   * @throws IllegalArgumentException when there is no such face
   */
  static Face face(String name) {
    Face face = FACES.get(name);
    if (face == null) {
      throw new IllegalArgumentException("no plate face " + name + ", only " + FACES.keySet());
    }
    return face;
  }

  private static Map<String, Face> read() {
    try (InputStream in = Glyphs.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      JsonNode faces = new ObjectMapper().readTree(in).get("faces");
      Map<String, Face> read = new HashMap<>();
      faces.fieldNames().forEachRemaining(name -> read.put(name, face(faces, name)));
      return Map.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  private static Face face(JsonNode faces, String name) {
    Map<String, JsonNode> drawn = new HashMap<>();
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    collect(faces, name, drawn, settings);
    BasicStroke stroke =
        new BasicStroke(
            settings.path("stroke").floatValue(),
            switch (settings.path("cap").asText()) {
              case "round" -> BasicStroke.CAP_ROUND;
              case "square" -> BasicStroke.CAP_SQUARE;
              default -> BasicStroke.CAP_BUTT;
            },
            settings.path("join").asText().equals("round")
                ? BasicStroke.JOIN_ROUND
                : BasicStroke.JOIN_MITER,
            4);
    Map<Character, Glyph> glyphs = new HashMap<>();
    drawn.forEach(
        (character, glyph) -> {
          Path2D path = new Path2D.Double();
          glyph.get("paths").forEach(p -> append(path, p.asText()));
          glyphs.put(
              character.charAt(0),
              new Glyph(stroke.createStrokedShape(path), glyph.get("w").doubleValue()));
        });
    return new Face(settings.path("gap").doubleValue(), Map.copyOf(glyphs));
  }

  /** The face's own glyphs and settings over those of the face it extends. */
  private static void collect(
      JsonNode faces, String name, Map<String, JsonNode> glyphs, ObjectNode settings) {
    JsonNode face = faces.get(name);
    if (face.has("extends")) {
      collect(faces, face.get("extends").asText(), glyphs, settings);
    }
    face.properties().forEach(p -> settings.set(p.getKey(), p.getValue()));
    face.get("glyphs").properties().forEach(p -> glyphs.put(p.getKey(), p.getValue()));
  }

  /** Appends a path of absolute M, L, Q, C, Z commands. */
  private static void append(Path2D path, String commands) {
    StringTokenizer tokens = new StringTokenizer(commands.replaceAll("([MLQCZ])", " $1 "));
    String command = "M";
    while (tokens.hasMoreTokens()) {
      command = tokens.nextToken();
      switch (command) {
        case "M" -> path.moveTo(next(tokens), next(tokens));
        case "L" -> path.lineTo(next(tokens), next(tokens));
        case "Q" -> path.quadTo(next(tokens), next(tokens), next(tokens), next(tokens));
        case "C" ->
            path.curveTo(
                next(tokens), next(tokens), next(tokens), next(tokens), next(tokens), next(tokens));
        case "Z" -> path.closePath();
        default -> throw new IllegalArgumentException("glyph path \"" + commands + "\"");
      }
    }
  }

  private static double next(StringTokenizer tokens) {
    return Double.parseDouble(tokens.nextToken());
  }
}
