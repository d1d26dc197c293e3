package org.grainflux.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms and who may use whom; a wrong arrow fails here. */
class ArchitectureTest {
    /** Each room may use only the rooms before it; statistics knows no physics. */
    private static final List<String> ROOMS =
            List.of("core", "fem", "microstructure", "physics", "statistics", "study", "report", "jobs");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.grainflux");

    @ParameterizedTest
    @ValueSource(strings = {"core", "fem", "microstructure", "physics", "statistics", "study", "report", "jobs"})
    void aRoomExistsAndUsesOnlyTheRoomsAboveIt(String room) {
        assertThat(CLASSES.stream().filter(c -> isIn(room, c.getPackageName())).count())
                .as("classes in room " + room)
                .isPositive();
        int position = ROOMS.indexOf(room);
        String[] below = ROOMS.subList(position + 1, ROOMS.size()).stream()
                .map(ArchitectureTest::packagePattern)
                .toArray(String[]::new);
        if (below.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(packagePattern(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .check(CLASSES);
        }
    }

    @Test
    void statisticsKnowsNoPhysics() {
        noClasses()
                .that()
                .resideInAPackage("org.grainflux.statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.grainflux.physics..", "org.grainflux.microstructure..", "org.grainflux.fem..")
                .check(CLASSES);
    }

    @Test
    void theEngineIsNamedInJobsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.grainflux.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "com.esotericsoftware..", "scala..")
                .check(CLASSES);
    }

    @Test
    void benchmarksStayInBenchAndAreUsedByNobody() {
        assertThat(CLASSES.stream().anyMatch(c -> isIn("bench", c.getPackageName())))
                .as("classes of the benchmarks are seen")
                .isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage("org.grainflux.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.grainflux.bench..", "org.openjdk.jmh..")
                .check(CLASSES);
    }

    @Test
    void coreUsesTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.grainflux.core..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("org.grainflux.core..", "java..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.grainflux.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static boolean isIn(String room, String packageName) {
        String root = "org.grainflux." + room;
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private static String packagePattern(String room) {
        return "org.grainflux." + room + "..";
    }
}
