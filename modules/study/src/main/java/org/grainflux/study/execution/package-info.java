/** One work unit from start to end: generate, mesh, solve, check. No engine words. */
package org.grainflux.study.execution;
