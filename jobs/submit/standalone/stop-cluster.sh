#!/bin/sh
# Stops what start-cluster.sh started:  stop-cluster.sh FOLDER
set -eu
folder=${1:?usage: stop-cluster.sh FOLDER}
for pid in "$folder"/*.pid; do
    [ -f "$pid" ] || continue
    kill "$(cat "$pid")" 2>/dev/null || true
    rm "$pid"
done
