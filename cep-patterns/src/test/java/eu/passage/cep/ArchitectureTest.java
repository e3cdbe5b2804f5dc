package eu.passage.cep;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which package may use what. */
@AnalyzeClasses(packages = "eu.passage.cep", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theCoreKnowsNoFlink =
      noClasses()
          .that()
          .resideInAnyPackage(
              "eu.passage.cep.fusion",
              "eu.passage.cep.history",
              "eu.passage.cep.watch",
              "eu.passage.cep.toll..",
              "eu.passage.cep.trucks..",
              "eu.passage.cep.counts",
              "eu.passage.cep.alerts",
              "eu.passage.cep.followup",
              "eu.passage.cep.notices",
              "eu.passage.cep.roads",
              "eu.passage.cep.audit",
              "eu.passage.cep.facts",
              "eu.passage.cep.model",
              "eu.passage.cep.language",
              "eu.passage.cep.predicate",
              "eu.passage.cep.language",
              "eu.passage.cep.wording")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule theEngineKnowsThePatternsPublicApiOnly =
      noClasses()
          .that()
          .resideInAPackage("eu.passage.cep.engine")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.flink..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.apache.flink.cep.pattern",
                              "org.apache.flink.cep.pattern.conditions"))));

  @ArchTest
  static final ArchRule inTheEngineTwoClassesSpeakOfPatterns =
      noClasses()
          .that()
          .resideInAPackage("eu.passage.cep.engine")
          .and()
          .doNotHaveSimpleName("PatternCompiler")
          .and()
          .doNotHaveSimpleName("StepCondition")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule rulesAndTheirKitKnowNoFlink =
      noClasses()
          .that()
          .resideInAnyPackage(
              "eu.passage.cep.rules", "eu.passage.cep.kit", "eu.passage.cep.patterns")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule onlyTheEngineRunsTheNfa =
      classes()
          .that()
          .resideInAPackage("eu.passage.cep.nfa")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("eu.passage.cep.nfa", "eu.passage.cep.engine");

  @ArchTest
  static final ArchRule packagesDependOneWay =
      slices().matching("eu.passage.cep.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theNfaIsTouchedInOnePackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.cep.nfa")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink.cep.nfa..", "org.apache.flink.cep.operator..");

  @ArchTest
  static final ArchRule operatorsAreBehindOneDoor =
      classes()
          .that()
          .resideInAPackage("eu.passage.cep.flink")
          .and()
          .haveNameMatching(".*(Function|Operator|Detection|Dealer)")
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule onlyPredicatesKnowCel =
      noClasses()
          .that()
          .resideOutsideOfPackage("eu.passage.cep.predicate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  @ArchTest
  static final ArchRule noRuleIsRunByCel =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.cel.runtime..");

  @ArchTest
  static final ArchRule nothingComesFromBesideOrBelow =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.flink.connector.kafka..",
              "ai.djl..",
              "eu.passage.recognition..",
              "eu.passage.jobs..");

  @ArchTest
  static final ArchRule theTollPathSeesNoWatchlist =
      noClasses()
          .that()
          .resideInAnyPackage(
              "eu.passage.cep.toll..", "eu.passage.cep.trucks..", "eu.passage.cep.flink.tolls")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("eu.passage.cep.watch", "eu.passage.cep.alerts")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("eu\\.passage\\.avro\\.(Watch|Alert).*");

  @ArchTest
  static final ArchRule moneyIsNeverBinaryFloatingPoint =
      noMembers()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              "eu.passage.cep.toll.tariff",
              "eu.passage.cep.toll.rating",
              "eu.passage.cep.toll.files")
          .should(
              ArchCondition.from(speakOf(float.class, double.class, Float.class, Double.class)));

  private static DescribedPredicate<JavaMember> speakOf(Class<?>... types) {
    return DescribedPredicate.describe(
        "speak of binary floating point",
        member ->
            Stream.of(types)
                .anyMatch(
                    type ->
                        member instanceof JavaField field
                            ? field.getRawType().isEquivalentTo(type)
                            : member instanceof JavaCodeUnit code
                                && (code.getRawReturnType().isEquivalentTo(type)
                                    || code.getRawParameterTypes().stream()
                                        .anyMatch(one -> one.isEquivalentTo(type)))));
  }

  @ArchTest
  static final ArchRule tariffsAreReadAboveRatingAndRatingKnowsNoFile =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("files")
          .definedBy("eu.passage.cep.toll.files")
          .layer("rerate")
          .definedBy("eu.passage.cep.toll.rerate")
          .layer("rating")
          .definedBy("eu.passage.cep.toll.rating")
          .layer("tariff")
          .definedBy("eu.passage.cep.toll.tariff")
          .whereLayer("files")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rating")
          .mayOnlyBeAccessedByLayers("files", "rerate")
          .whereLayer("tariff")
          .mayOnlyBeAccessedByLayers("files", "rerate", "rating")
          .whereLayer("rerate")
          .mayNotBeAccessedByAnyLayer();
}
