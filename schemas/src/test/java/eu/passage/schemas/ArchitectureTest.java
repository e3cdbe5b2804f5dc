package eu.passage.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "eu.passage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theContractKnowsNeitherFlinkNorKafkaNorDjl =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "ai.djl..", "java.awt..");

  @ArchTest
  static final ArchRule theContractKnowsNoModuleThatUsesIt =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "eu.passage.avro..",
              "eu.passage.schemas..",
              "java..",
              "com.sun.net.httpserver..",
              "org.apache.avro..",
              "com.fasterxml.jackson..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheRegistryServes =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.schemas.registry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.net.httpserver..", "eu.passage.schemas.registry..");

  @ArchTest
  static final ArchRule packagesDependOneWay =
      slices().matching("eu.passage.schemas.(*)..").should().beFreeOfCycles();
}
