package org.grainflux.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportWriterTest {
    private static final double COARSE_M = 3e-6;

    private static String written(RunFolder folder) throws IOException {
        return withoutImageData(Files.readString(Path.of(ReportWriter.write(folder))));
    }

    /** Encoded pixels may spell any word. */
    private static String withoutImageData(String text) {
        return text.replaceAll("base64,[A-Za-z0-9+/=]+", "base64,");
    }

    private static void requireXml(String text) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Test
    void aFullRunGivesEveryFigureAndSection(@TempDir Path temp) throws Exception {
        Path run = temp.resolve("run");
        String html = written(SyntheticRun.complete(run.toString(), COARSE_M));

        try (Stream<Path> figures = Files.list(run.resolve("figures"))) {
            List<Path> files = figures.sorted().toList();
            assertThat(files)
                    .extracting(p -> p.getFileName().toString())
                    .containsExactly(
                            "ccd-against-thickness.svg",
                            "ccd-by-design.svg",
                            "ccd-by-hypothesis.svg",
                            "crack-paths.svg",
                            "current-profile.svg",
                            "flux-map.svg",
                            "griffith-against-thickness.svg",
                            "hot-spots-against-thickness.svg",
                            "hot-spots-electrolyte.svg",
                            "hot-spots-li.svg",
                            "limiting-modes.svg",
                            "maximum-against-depth.svg",
                            "resistance-against-thickness.svg",
                            "tip-contact-area.svg",
                            "tip-modulus.svg",
                            "variance-shares.svg");
            for (Path file : files) {
                String svg = withoutImageData(Files.readString(file));
                requireXml(svg);
                assertThat(svg).doesNotContain("NaN", "Infinity");
                assertThat(html).contains(svg);
            }
        }
        assertThat(html)
                .contains("F3: competing modes", "calibrated in part", "predicted")
                .contains("&lt; 0.1", "≈ 1.8")
                .contains("Where cracks run", "40.0 %", "nothing draws a crack to boundaries")
                .contains("refused", "modulus 2.1 at 1 patch")
                .contains("Lu 2021, doi:10.1002/aenm.202003811")
                .contains(SyntheticRun.STUDY.contentHash(), "20210307", "Spark 4.2.0, local[2]")
                .contains("mesh quality", "sliver &lt;b&gt;of&lt;/b&gt; 1e-9 m")
                .doesNotContain("<b>of</b>", "NaN", "null", "Infinity");
    }

    @Test
    void thePageLoadsNothingAndRunsNothing(@TempDir Path temp) throws Exception {
        String html = written(SyntheticRun.complete(temp.resolve("run").toString(), COARSE_M));
        assertThat(html).doesNotContain("<script", "<link", "@import", "url(", "<iframe");
        Matcher references = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(html);
        while (references.find()) {
            assertThat(references.group(1)).matches("#.*|data:image/png;base64,.*");
        }
        // The page is also well-formed, so no text broke out of its element.
        String body = html.substring(html.indexOf("<main>"), html.indexOf("</body>"));
        requireXml(body);
    }

    @Test
    void writingTwiceGivesTheSameBytes(@TempDir Path temp) throws IOException {
        RunFolder folder = SyntheticRun.complete(temp.resolve("run").toString(), COARSE_M);
        assertThat(written(folder)).isEqualTo(written(folder));
    }

    @Test
    void aRunThatHasJustBegunSaysWhatIsMissing(@TempDir Path temp) throws IOException {
        String html = written(SyntheticRun.started(temp.resolve("run").toString(), SyntheticRun.STUDY.designs()));
        assertThat(html)
                .contains("no summary yet", "No flux map", "No current profiles", "no realized statistics")
                .doesNotContain("<figure", "NaN", "null");
    }

    @Test
    void aRunWithoutAnyResultAndWithoutLayersDegradesToSentences(@TempDir Path temp) throws IOException {
        List<DesignConfig> bareOnly = SyntheticRun.STUDY.designs().subList(0, 1);
        RunFolder folder = SyntheticRun.started(temp.resolve("run").toString(), bareOnly);
        ObjectNode summary = SyntheticRun.summary(bareOnly);
        ObjectNode design = (ObjectNode) summary.get("designs").get(0);
        design.put("completed", 0).put("failed", 32);
        for (String key : List.of("ccd_mA_per_cm2", "ratio_to_baseline", "hot_spots", "variance_share")) {
            design.putObject(key);
        }
        folder.writeJson(RunFolder.SUMMARY, summary);
        assertThat(written(folder))
                .contains("No realization was completed, so there is no prediction", "32 failed numerically")
                .contains("variance could not be divided", "No depth profile")
                .doesNotContain("NaN", "null");
    }

    @Test
    void aMedianThatIsInfiniteIsSaidInWords(@TempDir Path temp) throws IOException {
        List<DesignConfig> designs = SyntheticRun.STUDY.designs().subList(0, 3);
        RunFolder folder = SyntheticRun.started(temp.resolve("run").toString(), designs);
        ObjectNode summary = SyntheticRun.summary(designs);
        ObjectNode competing = (ObjectNode) summary.at("/designs/2/ccd_mA_per_cm2/competing");
        competing.putNull("median").putNull("lo95").putNull("hi95").put("censored", 31);
        folder.writeJson(RunFolder.SUMMARY, summary);
        assertThat(written(folder)).contains("No finite median", "no finite value", "no limit found");
    }

    @Test
    void aDamagedFieldIsLeftOut(@TempDir Path temp) throws IOException {
        Path run = temp.resolve("run");
        RunFolder folder = SyntheticRun.complete(run.toString(), COARSE_M);
        Path field = run.resolve("fields/structure-000000-bare.vtu");
        Files.writeString(field, "<VTKFile>");
        assertThat(written(folder)).contains("No flux map").doesNotContain("figure-flux-map");
    }

    @Test
    void aFolderWithoutARunIsRefused(@TempDir Path temp) {
        assertThatThrownBy(() -> ReportWriter.write(temp.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("status.json");
    }

    @Test
    void aFigureThatDependsOnTheMeshIsFlagged(@TempDir Path temp) throws IOException {
        List<DesignConfig> designs = SyntheticRun.STUDY.designs().subList(0, 3);
        RunFolder folder = SyntheticRun.started(temp.resolve("run").toString(), designs);
        ObjectNode summary = SyntheticRun.summary(designs);
        folder.writeJson(RunFolder.SUMMARY, summary);
        assertThat(written(folder)).doesNotContain("still depend on the mesh");

        ((ObjectNode) summary.at("/designs/2/hot_spots/electrolyte_interface/w100_max_over_mean"))
                .put("mesh_error", 0.31);
        folder.writeJson(RunFolder.SUMMARY, summary);
        assertThat(written(folder))
                .contains("still depend on the mesh, with an estimated error above 10 %: "
                        + SyntheticRun.STUDY.designs().get(2).label() + " at layer | ceramic");
    }
}
