/** Files of a run's folder, wherever it lies (local disk, HDFS, object store), written all or nothing. */
package org.grainflux.report.storage;
