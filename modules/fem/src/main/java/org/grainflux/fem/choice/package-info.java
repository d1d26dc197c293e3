/** Where a linear system is given to the method that is expected to solve it fastest. */
package org.grainflux.fem.choice;
