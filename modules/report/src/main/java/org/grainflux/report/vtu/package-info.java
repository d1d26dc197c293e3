/**
 * Fields in VTK's XML format for unstructured grids (VTU), as ParaView opens it: appended raw data, blocks compressed
 * by zlib, little-endian, 64-bit headers. Every grain keeps its own nodes, so the potential jump at a boundary is in
 * the file.
 *
 * @see "VTK File Formats, chapter XML File Formats, Kitware; https://docs.vtk.org/en/latest/design_documents/VTKFileFormats.html"
 */
package org.grainflux.report.vtu;
