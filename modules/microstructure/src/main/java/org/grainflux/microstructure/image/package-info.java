/**
 * Structures that come as images: files of other tools in which every cell of a grid names its grain. Read are NRRD
 * (teem), VTK image data as DAMASK writes them, and raster tessellations of Neper.
 *
 * <p>References: teem.sourceforge.net/nrrd/format.html; VTK user's guide, XML file formats; Neper reference manual,
 * raster tessellation file (.tesr).
 */
package org.grainflux.microstructure.image;
