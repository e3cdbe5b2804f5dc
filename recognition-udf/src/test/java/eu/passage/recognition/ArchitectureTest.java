package eu.passage.recognition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "eu.passage.recognition",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule RECOGNITION_KNOWS_NOTHING_OF_WHAT_USES_IT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "eu.passage.cep..", "eu.passage.jobs..");

  @ArchTest
  static final ArchRule THE_CORE_IS_FREE_OF_FLINK =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.recognition.flink..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule ONLY_MODEL_AND_A_YARDSTICK_KNOW_DJL =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "eu.passage.recognition.model..", "eu.passage.recognition.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule ONLY_A_YARDSTICK_KNOWS_ONNX_RUNTIME =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.recognition.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule PRODUCTION_DOES_WITHOUT_YARDSTICKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.recognition.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("eu.passage.recognition.bench..");

  @ArchTest
  static final ArchRule ONLY_IMAGE_AND_RENDER_KNOW_OPENCV =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "eu.passage.recognition.image..", "eu.passage.recognition.render..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule PICTURES_KNOW_NOTHING_OF_NETS =
      noClasses()
          .that()
          .resideInAnyPackage("eu.passage.recognition.image..", "eu.passage.recognition.gate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "eu.passage.recognition.model..",
              "eu.passage.recognition.detect..",
              "eu.passage.recognition.read..",
              "eu.passage.recognition.classify..");
}
