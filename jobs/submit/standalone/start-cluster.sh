#!/bin/sh
# Starts a master and workers of this distribution's engine on this machine; see README.md.
#   start-cluster.sh FOLDER [WORKERS]
# Settings: HOST (loopback by default: nobody else reaches it), PORT, CORES and MEMORY of each worker, SETTINGS (a
# properties file with the secret, as in secured.conf), JAVA_HOME.
set -eu
folder=${1:?usage: start-cluster.sh FOLDER [WORKERS]}
workers=${2:-1}
home=$(cd "$(dirname "$0")/../../.." && pwd -P)
# shellcheck source=modules/launch.sh disable=SC2154 # java and engine come from there
. "$home/lib/launch.sh"
find_java
find_engine

export SPARK_HOME="$engine" SPARK_SCALA_VERSION=2.13
export SPARK_LOCAL_IP="${HOST:-127.0.0.1}"
master=spark://$SPARK_LOCAL_IP:${PORT:-7077}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)

start() { # name, main class, arguments
    name=$1
    main=$2
    shift 2
    # shellcheck disable=SC2046 # flags are split on purpose
    nohup "$java" $(cat "$home/lib/engine.flags") -Xmx1g -Dspark.master.rest.enabled=false -cp "$engine/jars/*" \
        "$main" --host "$SPARK_LOCAL_IP" ${SETTINGS:+--properties-file "$SETTINGS"} "$@" >"$folder/$name.log" 2>&1 &
    echo $! >"$folder/$name.pid"
}

start master org.apache.spark.deploy.master.Master --port "${PORT:-7077}" --webui-port 0
i=0
while [ "$i" -lt "$workers" ]; do
    start "worker-$i" org.apache.spark.deploy.worker.Worker --webui-port 0 --cores "${CORES:-2}" \
        --memory "${MEMORY:-4g}" --work-dir "$folder/worker-$i" "$master"
    i=$((i + 1))
done
echo "$master"
