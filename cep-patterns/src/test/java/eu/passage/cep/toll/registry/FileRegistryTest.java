package eu.passage.cep.toll.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.RegistryAnswer.Known;
import eu.passage.cep.toll.RegistryAnswer.NotAnswered;
import eu.passage.cep.toll.RegistryAnswer.NotKnown;
import eu.passage.cep.toll.VehicleFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRegistryTest {

  private static final String HEAD = "plate,country,euroClass\n";

  @TempDir Path folder;

  private final List<RegistryEvent> events = new ArrayList<>();

  @Test
  void itKnowsTheVehiclesOfTheFileAndNoOthers() throws IOException {
    try (FileRegistry registry = registry(HEAD + "1ABC234,BE,6\n")) {
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(6));
      assertThat(ask(registry, "1ABC235", "BE")).isEqualTo(new NotKnown());
      assertThat(registry.lookUp("1ABC234", null).join()).isEqualTo(new NotKnown());
    }
  }

  @Test
  void aChangedFileTakesEffectWhenItRests() throws IOException {
    try (FileRegistry registry = registry(HEAD + "1ABC234,BE,6\n")) {
      put(HEAD + "1ABC234,BE,5\n1ABC235,BE,4\n");

      registry.look();
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(6));
      registry.look();
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(5));
      assertThat(ask(registry, "1ABC235", "BE")).isEqualTo(euro(4));
    }
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
    try (FileRegistry registry = registry(HEAD + "1ABC234,BE,6\n")) {
      for (int rows = 2; rows < 6; rows++) {
        put(HEAD + "1ABC234,BE,5\n".repeat(rows));
        registry.look();
      }

      assertThat(events).containsExactly(RegistryEvent.FILE_READ);
    }
  }

  @Test
  void aBrokenFileLeavesTheOneBeforeInUseAndIsToldOnce() throws IOException {
    try (FileRegistry registry = registry(HEAD + "1ABC234,BE,6\n")) {
      put(HEAD + "1ABC234,BE,7\n1ABC235,BE,six\n");
      for (int i = 0; i < 5; i++) {
        registry.look();
      }

      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(6));
      assertThat(events)
          .containsExactly(
              RegistryEvent.FILE_READ, RegistryEvent.FILE_REFUSED, RegistryEvent.KNOWN);

      put(HEAD + "1ABC234,BE,7\n1ABC235,BE,6\n1ABC236,BE,6\n");
      registry.look();
      registry.look();
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(7));
    }
  }

  @Test
  void aFileThatWasDeletedStaysInUseAndIsToldOnce() throws IOException {
    try (FileRegistry registry = registry(HEAD + "1ABC234,BE,6\n")) {
      Files.delete(file());
      registry.look();
      registry.look();

      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(6));
      assertThat(events)
          .containsExactly(
              RegistryEvent.FILE_READ, RegistryEvent.FILE_REFUSED, RegistryEvent.KNOWN);
    }
  }

  @Test
  void withoutAGoodFileItDoesNotAnswerUntilThereIsOne() throws IOException {
    try (FileRegistry registry = FileRegistry.of(file(), events::add)) {
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(new NotAnswered());

      put(HEAD + "1ABC234,BE,6\n");
      registry.look();
      registry.look();
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(6));
    }
  }

  @Test
  void settingsOpenIt() throws IOException {
    put(HEAD + "1ABC234,BE,6\n");
    RegistrySettings settings = new RegistrySettings.File(file().toString(), Duration.ofMinutes(1));

    try (VehicleRegistry registry = settings.open(events::add)) {
      assertThat(ask(registry, "1ABC234", "BE")).isEqualTo(euro(6));
    }
    try (VehicleRegistry none = new RegistrySettings.None().open(events::add)) {
      assertThat(ask(none, "1ABC234", "BE")).isEqualTo(new NotKnown());
    }
  }

  private FileRegistry registry(String text) throws IOException {
    put(text);
    return FileRegistry.of(file(), events::add);
  }

  private static RegistryAnswer ask(VehicleRegistry registry, String plate, String country) {
    return registry.lookUp(plate, country).join();
  }

  private static Known euro(int euroClass) {
    return new Known(new VehicleFacts(euroClass, null, null, null, Set.of()));
  }

  private void put(String text) throws IOException {
    Path next = Files.writeString(folder.resolve("next.csv"), text);
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file() {
    return folder.resolve("vehicles.csv");
  }
}
