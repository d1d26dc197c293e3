/**
 * A memristor study from device to summary: what a work unit computes, its rows, and what is made of them. A device is what a
 * structure is to a prediction, and an electrode under a protocol what a design is, so that plan, batches, ledger and
 * resuming are the same.
 */
package org.grainflux.study.memristor;
