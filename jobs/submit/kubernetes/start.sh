#!/bin/sh
# What a container does:  start.sh master | worker | COMMAND OF GRAINFLUX…
# Settings: POD_IP (where this pod is reached), MASTER (host of the master), SETTINGS (properties file with the secret),
# CORES and MEMORY of a worker, EXECUTOR_MEMORY of a command (an executor has all cores of its worker).
set -eu
home=${GRAINFLUX_HOME:?set GRAINFLUX_HOME to the unpacked distribution}
# shellcheck source=modules/launch.sh disable=SC2154 # java and engine come from there
. "$home/lib/launch.sh"
find_java
find_engine
export SPARK_HOME="$engine" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP="${POD_IP:?}"

daemon() { # main class, arguments
    main=$1
    shift
    # shellcheck disable=SC2046 # flags are split on purpose
    exec "$java" $(cat "$home/lib/engine.flags") -Xmx1g -Dspark.master.rest.enabled=false -cp "$engine/jars/*" \
        "$main" --host "$POD_IP" --properties-file "${SETTINGS:?}" "$@"
}

case $1 in
master) daemon org.apache.spark.deploy.master.Master --port 7077 --webui-port 0 ;;
worker)
    daemon org.apache.spark.deploy.worker.Worker --webui-port 0 --cores "${CORES:?}" --memory "${MEMORY:?}" \
        --work-dir "$(mktemp -d)" "spark://${MASTER:?}:7077"
    ;;
*)
    exec "$home/grainflux" "$@" -- --master "spark://${MASTER:?}:7077" --properties-file "${SETTINGS:?}" \
        --conf "spark.driver.host=$POD_IP" ${EXECUTOR_MEMORY:+--executor-memory "$EXECUTOR_MEMORY"}
    ;;
esac
