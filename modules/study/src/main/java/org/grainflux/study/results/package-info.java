/**
 * The tables of a run: one record class per table, its components are the columns. A row is flat (numbers, texts and
 * arrays of numbers), carries its own key and never refers to a field or mesh.
 */
package org.grainflux.study.results;
