package eu.passage.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Modules import one way only. This module sees them all. */
@AnalyzeClasses(packages = "eu.passage", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDirectionsTest {

  @ArchTest
  static final ArchRule MODULES_IMPORT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("schemas")
          .definedBy("eu.passage.schemas..", "eu.passage.avro..")
          .layer("recognition-udf")
          .definedBy("eu.passage.recognition..")
          .layer("cep-patterns")
          .definedBy("eu.passage.cep..")
          .layer("jobs")
          .definedBy("eu.passage.jobs..")
          .whereLayer("jobs")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("recognition-udf")
          .mayOnlyBeAccessedByLayers("jobs")
          .whereLayer("cep-patterns")
          .mayOnlyBeAccessedByLayers("jobs")
          .whereLayer("schemas")
          .mayOnlyBeAccessedByLayers("recognition-udf", "cep-patterns", "jobs");

  @ArchTest
  static final ArchRule ONLY_JOBS_KNOW_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector..");

  @ArchTest
  static final ArchRule ONLY_RECOGNITION_KNOWS_DJL_AND_OPENCV =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.recognition..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "org.bytedeco..");

  @ArchTest
  static final ArchRule SCHEMAS_KNOW_NO_FLINK =
      noClasses()
          .that()
          .resideInAnyPackage("eu.passage.schemas..", "eu.passage.avro..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule PACKAGES_OF_JOBS_HAVE_NO_CYCLES =
      slices().matching("eu.passage.jobs.(*)..").should().beFreeOfCycles();
}
