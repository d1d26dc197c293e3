/**
 * Figures as static SVG: no script, no external font or file, one picture for screen, phone and paper. Colours follow
 * Okabe and Ito (2008) and differ in lightness, shape or dash, so that colour-blind readers and grey prints tell them
 * apart. All texts are at least 15 units in a picture 440 units wide, 12 px on a phone.
 */
package org.grainflux.report.figure;
