/** From a validated study to the work units that compute it. */
package org.grainflux.study.plan;
