package org.grainflux.bench.matrices;

import java.util.List;

/** The systems of the comparison. Names: dimension, then g for perfect boundaries or f with the facets' conductance. */
public final class Suite {
    /** About a million unknowns each. */
    public static final List<ModelPolycrystal> COMPARISON = List.of(
            ModelPolycrystal.perfect("3gj", 3, 99),
            new ModelPolycrystal("3f_1e2", 3, 96, 1e2),
            new ModelPolycrystal("3f_1", 3, 96, 1),
            new ModelPolycrystal("3f_1e-2", 3, 96, 1e-2),
            new ModelPolycrystal("3f_1e-4", 3, 96, 1e-4),
            ModelPolycrystal.perfect("2gj999", 2, 999),
            new ModelPolycrystal("2f_1e-4", 2, 980, 1e-4));

    /** A quarter of a million and four million unknowns, for how cost grows; the million between is above. */
    public static final List<ModelPolycrystal> GROWTH = List.of(
            ModelPolycrystal.perfect("3gj_250k", 3, 62),
            ModelPolycrystal.perfect("3gj_4m", 3, 158),
            ModelPolycrystal.perfect("2gj_250k", 2, 499),
            ModelPolycrystal.perfect("2gj_4m", 2, 1999));

    /**
     * Elastic, a million unknowns each and a quarter of one: e for perfect boundaries, es with the stiffness of springs; 10⁴
     * over the edge is 180 times as stiff as the elements beside.
     */
    static final List<ElasticPolycrystal> ELASTIC = List.of(
            ElasticPolycrystal.perfect("3e", 3, 69),
            new ElasticPolycrystal("3es_1e4", 3, 55, 1e4),
            ElasticPolycrystal.perfect("3e_250k", 3, 43));

    private Suite() {}
}
