/**
 * A study of the conductive tip: what one structure gives ({@link org.grainflux.study.afm.TipRunner}), its rows, and what the
 * population says ({@link org.grainflux.study.afm.TipFindings}). Random streams: {@code grain-seeds} and {@code grain-orientations}
 * as in a prediction, so that equal seeds mean equal structures; {@code afm:grooves}, {@code afm:hardness}, {@code afm:breakdown}
 * and one per kind of places.
 */
package org.grainflux.study.afm;
