package org.grainflux.study.regression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.junit.jupiter.api.Test;

class SummaryFiguresTest {
    @Test
    void everyEntryHasItsPlaceAndItsQuantity() throws IOException {
        List<Figure> figures = SummaryFigures.of(new ObjectMapper().readTree("""
                {"study_hash": "a", "count": 5, "designs": [{"name": "hl", "ccd": {"lo95": 1.5, "median": null}, "censored": true,
                "mesh_error": 1e-7, "unresolved": {"reason": "window", "explanation": "5 of 7"}}], "edges": [[1, 2]]}"""));

        assertThat(figures)
                .containsExactly(
                        new Figure("summary", "count", 5),
                        new Figure("summary", "designs[hl].name: hl", 1),
                        new Figure("summary", "designs[hl].ccd.lo95", 1.5),
                        new Figure("summary", "designs[hl].ccd.median", Double.NaN),
                        new Figure("summary", "designs[hl].censored", 1),
                        new Figure("summary_mesh_error", "designs[hl].mesh_error", 1e-7),
                        new Figure("summary", "designs[hl].unresolved.reason: window", 1),
                        new Figure("summary", "edges[0][0]", 1),
                        new Figure("summary", "edges[0][1]", 2));
    }
}
