package org.grainflux.jobs.engine;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** Runs the one batch of a partition. */
final class TaskBody extends AbstractFunction2<TaskContext, Iterator<Batch>, BatchOutcome> implements Serializable {
    private final BatchTask task;

    TaskBody(BatchTask task) {
        this.task = task;
    }

    @Override
    public BatchOutcome apply(TaskContext context, Iterator<Batch> partition) {
        return task.run(partition.next());
    }
}
