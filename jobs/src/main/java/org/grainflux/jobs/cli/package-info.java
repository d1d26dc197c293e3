/** Commands of the program: what is typed, what is answered, and the exit code. No computing here. */
package org.grainflux.jobs.cli;
