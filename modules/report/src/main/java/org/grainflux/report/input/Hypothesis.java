package org.grainflux.report.input;

import java.util.List;

/** The readings of the critical current density that are shown side by side, with what a reader must know of each. */
public enum Hypothesis {
    COMPETING(
            "competing",
            "F3",
            "competing modes",
            "calibrated in part",
            "The lowest of three limits decides: crack extension from a flaw (the F2 form), void formation on stripping"
                    + " where lithium touches the ceramic, and the limiting current of a polymer layer. The stripping"
                    + " limit is calibrated to a measured critical current density; the other two are predicted."),
    PAPER_QUOTED(
            "paper_quoted",
            "F1, quoted",
            "i = η/(k·R), k as quoted",
            "calibrated",
            "The critical overpotential of one flaw over the interface resistance, with the concentration factor k as the"
                    + " paper quotes it. One flaw size is fitted to the published designs, so rough agreement with them is by construction."),
    PAPER_PREDICTED(
            "paper_predicted",
            "F1, predicted",
            "i = η/(k·R), k computed",
            "k predicted",
            "The same formula and the same fitted flaw size, with k from the computed current distribution (1 µm window,"
                    + " perfect contact): k is predicted, the level calibrated. It shows what the quoted k was worth."),
    SELF_CONSISTENT(
            "self_consistent",
            "F2",
            "self-consistent",
            "predicted",
            "The overpotential at every flaw of an assumed population is that of the design's own current distribution."
                    + " A uniform interface resistance evens out the current by itself, so hot spots alone do not separate the"
                    + " designs.");

    private final String key;
    private final String code;
    private final String title;
    private final String standing;
    private final String assumption;

    Hypothesis(String key, String code, String title, String standing, String assumption) {
        this.key = key;
        this.code = code;
        this.title = title;
        this.standing = standing;
        this.assumption = assumption;
    }

    /** In the order of a table: from the calibrated formula to the default. */
    public static List<Hypothesis> tableOrder() {
        return List.of(COMPETING, PAPER_QUOTED, PAPER_PREDICTED, SELF_CONSISTENT);
    }

    /** Name in {@code summary.json}. */
    public String key() {
        return key;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Calibrated, predicted or consistency check. */
    public String standing() {
        return standing;
    }

    public String assumption() {
        return assumption;
    }
}
