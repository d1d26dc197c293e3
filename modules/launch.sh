# Sourced by ./grainflux, the scripts in jobs/submit and the commands in bench/, which set $home to the top of the repository first:
# finds Java, sizes its heap, and builds what is missing or older than its sources.
# Settings: JAVA_HOME (which Java).
# shellcheck shell=sh disable=SC2154,SC2034 # what is set by, and for, whoever sources this

fail() {
    echo "error: $1" >&2
    exit 4
}

# Java, 17 or newer: sets java, version and feature (17, 21, …).
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java; set it to a JDK 17 or newer"
    else
        java=$(command -v java) || fail "no Java found; install a JDK 17 or newer (https://adoptium.net), or set JAVA_HOME"
    fi
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    feature=${version#1.}
    feature=${feature%%[!0-9]*}
    [ "${feature:-0}" -ge 17 ] || fail "Java ${version:-of unknown version} ($java) is too old; install a JDK 17 or newer, or set JAVA_HOME"
}

# 60 % of the memory, or of what a container may use, at most 8 GB: sets heap_mb.
size_heap() {
    if [ -r /proc/meminfo ]; then
        memory_mb=$(awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo)
    else
        memory_mb=$(($(sysctl -n hw.memsize 2>/dev/null || echo 8589934592) / 1048576))
    fi
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || echo max)
    if [ "$limit" != max ] && [ "$((limit / 1048576))" -lt "$memory_mb" ]; then
        memory_mb=$((limit / 1048576))
    fi
    heap_mb=$((memory_mb * 6 / 10))
    [ "$heap_mb" -le 8192 ] || heap_mb=8192
}

# The engine of a distribution, or the one at SPARK_HOME when it is of the same release: sets engine.
find_engine() {
    engine=$home/engine
    [ -n "${SPARK_HOME:-}" ] || return 0
    for core in "$SPARK_HOME"/jars/spark-core_*.jar; do
        if [ -f "$engine/jars/$(basename "$core")" ]; then
            engine=$SPARK_HOME
        elif [ -d "$engine/jars" ]; then
            echo "GrainFlux: SPARK_HOME holds $(basename "$core" .jar), not this program's release; its own engine is used" >&2
        else
            fail "SPARK_HOME holds $(basename "$core" .jar); this program needs $(cat "$home/lib/engine.release")"
        fi
    done
}

# Builds a project and what it needs when nothing is built, or when a source is newer: sets built to yes or no.
# $1 project folder, e.g. jobs
build_when_stale() {
    stamp=$home/$1/target/launch/built
    built=no
    newer=
    if [ -f "$stamp" ]; then
        newer=$(find "$home/pom.xml" "$home/modules" "$home/$1" -path '*/target' -prune -o \
            -newer "$stamp" \( -name pom.xml -o -path '*/src/main/*' \) -type f -print | head -n 1)
        [ -n "$newer" ] || return 0
    fi
    real=$(readlink -f "$java" 2>/dev/null || echo "$java")
    [ -x "$(dirname "$real")/javac" ] || fail "building needs a JDK, and $java is a runtime only; install a JDK 17 or newer, or set JAVA_HOME"
    [ -f "$stamp" ] && echo "GrainFlux: building again, sources have changed" >&2 ||
        echo "GrainFlux: building (first use; downloads its libraries once)" >&2
    mkdir -p "$home/.grainflux"
    log=$home/.grainflux/build.log
    mark=$home/.grainflux/building
    : >"$mark"
    # The exit code of the first command of a pipe is lost in POSIX, so success is read from the log.
    (cd "$home" && JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$real")")} ./mvnw -B -ntp package -pl "$1" -am \
        -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true 2>&1) |
        tee "$log" | sed -n 's|^\[INFO\] Building \(GrainFlux[a-z ]*\) [^ ]* *\(\[.*\]\)$|  \2 \1|p' >&2
    grep -q 'BUILD SUCCESS' "$log" || {
        grep -E 'ERROR' "$log" | head -n 20 >&2
        fail "the build failed; all of it is in $log"
    }
    # The stamp is as old as the start of the build: what changed meanwhile is built next time.
    mv "$mark" "$stamp"
    built=yes
}
