/**
 * Linear systems as files that other programs read: the binary format of PETSc (its manual, MatLoad and VecLoad), 32-bit
 * indices and real scalars, all numbers big endian.
 *
 * <pre>
 *   NAME.mat   int32 1211216, rows, columns, entries; int32 entries of each row; int32 column of each entry, row by row;
 *              float64 value of each entry
 *   NAME.rhs   int32 1211214, rows; float64 values
 * </pre>
 *
 * <p>Systems are symmetric and positive definite. A row whose unknown is prescribed (Dirichlet) has its diagonal entry
 * alone, and no other row refers to it.
 */
package org.grainflux.fem.exchange;
