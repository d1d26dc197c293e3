package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.physics.contact.ContactPattern;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.ResistanceProfile;
import org.grainflux.study.config.ContactConfig;
import org.grainflux.study.config.StudyConfig;

/**
 * How lithium meets the surface in this study: everywhere, or in periodic spots whose share follows from the stack
 * pressure: strips of a plane structure, discs of a volume.
 *
 * @param fraction real contact fraction f
 * @param spots {@link #EVERYWHERE} for intimate contact
 */
record LithiumContact(double fraction, Spots spots) {

    /** Where lithium touches. */
    interface Spots {
        /** The contact with this area-specific resistance in the spots; gaps between them insulate. */
        ElectrodeContact with(double intimateResistanceOhmM2);

        /**
         * Places on the edges of the spots, where the mesh must be fine: (x) in the plane, (x, y) in a volume.
         *
         * @param spacingM largest distance of neighbouring places on a rim
         */
        List<double[]> edgesM(double spacingM);
    }

    static final Spots EVERYWHERE = new Spots() {
        @Override
        public ElectrodeContact with(double intimateResistanceOhmM2) {
            return ElectrodeContact.uniform(intimateResistanceOhmM2);
        }

        @Override
        public List<double[]> edgesM(double spacingM) {
            return List.of();
        }
    };

    static LithiumContact of(StudyConfig study) {
        ContactConfig contact = study.contact();
        if (contact.model() == ContactConfig.Model.INTIMATE) {
            return new LithiumContact(1, EVERYWHERE);
        }
        double fraction = new RoughContact(
                        study.lithium().bulkYieldStressPa(), contact.hardnessFactor(), contact.floorFraction())
                .fraction(contact.stackPressurePa().median());
        if (fraction == 1) {
            return new LithiumContact(1, EVERYWHERE);
        }
        double[] sizeM = study.microstructure().sizeM();
        int along = count(sizeM[0], contact);
        return new LithiumContact(
                fraction,
                sizeM.length == 2
                        ? new Strips(new ContactPattern(sizeM[0], along, fraction, 0))
                        : Discs.of(sizeM, along, count(sizeM[1], contact), fraction));
    }

    private static int count(double lengthM, ContactConfig contact) {
        return (int) Math.max(1, Math.round(lengthM / contact.spotPeriodM()));
    }

    /** The contact with this intimate area-specific resistance; gaps between spots insulate. */
    ElectrodeContact with(double intimateResistanceOhmM2) {
        return spots.with(intimateResistanceOhmM2);
    }

    private record Strips(ContactPattern pattern) implements Spots {
        @Override
        public ElectrodeContact with(double intimateResistanceOhmM2) {
            return new ElectrodeContact.DirectContact(ResistanceProfile.patchwise(
                    pattern.periodM(),
                    new double[] {0, pattern.spotWidthM()},
                    new double[] {intimateResistanceOhmM2, Double.POSITIVE_INFINITY}));
        }

        @Override
        public List<double[]> edgesM(double spacingM) {
            List<double[]> edges = new ArrayList<>();
            for (double start : pattern.spotStartsM()) {
                edges.add(new double[] {start});
                edges.add(new double[] {start + pattern.spotWidthM()});
            }
            return edges;
        }
    }

    private record Discs(int alongX, int alongY, double periodXM, double periodYM, double radiusM) implements Spots {
        /** Discs of this share of the area. */
        static Discs of(double[] sizeM, int alongX, int alongY, double fraction) {
            double periodXM = sizeM[0] / alongX;
            double periodYM = sizeM[1] / alongY;
            double radiusM = Math.sqrt(fraction * periodXM * periodYM / Math.PI);
            if (2 * radiusM > Math.min(periodXM, periodYM)) {
                throw new InvalidInputException("contact: lithium touches " + fraction
                        + " of the surface, more than discs side by side can; use model: intimate, or less"
                        + " stack pressure");
            }
            return new Discs(alongX, alongY, periodXM, periodYM, radiusM);
        }

        @Override
        public ElectrodeContact with(double intimateResistanceOhmM2) {
            return new ElectrodeContact.DiscContact(periodXM, periodYM, radiusM, intimateResistanceOhmM2);
        }

        @Override
        public List<double[]> edgesM(double spacingM) {
            int places = (int) Math.ceil(2 * Math.PI * radiusM / spacingM);
            List<double[]> edges = new ArrayList<>();
            for (int disc = 0; disc < alongX * alongY; disc++) {
                double x = (disc % alongX + 0.5) * periodXM;
                double y = (disc / alongX + 0.5) * periodYM;
                for (int k = 0; k < places; k++) {
                    double angle = 2 * Math.PI * k / places;
                    edges.add(new double[] {x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle)});
                }
            }
            return edges;
        }
    }
}
