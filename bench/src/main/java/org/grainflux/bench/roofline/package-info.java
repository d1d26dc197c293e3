/** The kernels of the solvers against what the machine can do (Williams, Waterman and Patterson 2009, CACM 52, 65). */
package org.grainflux.bench.roofline;
