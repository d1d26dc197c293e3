/** References computed and compared where the command is typed: they are small, and take no engine. */
package org.grainflux.jobs.regress;
