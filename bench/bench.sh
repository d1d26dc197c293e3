# Sourced by the commands of this folder, which set $command first: builds the benchmarks when needed and runs that one.
# Settings: JAVA_HOME (which Java), GRAINFLUX_OPTS (flags of the Java virtual machine, e.g. -Xmx12g).
# shellcheck shell=sh disable=SC2154 # command comes from whoever sources this, java and heap_mb from launch.sh
home=$(cd "$(dirname "$0")/.." && pwd -P)
# shellcheck source=modules/launch.sh
. "$home/modules/launch.sh"
find_java
build_when_stale bench
size_heap

class_path=$(cat "$home/bench/target/launch/class.path")
for jar in "$home"/bench/target/grainflux-bench-*.jar; do
    class_path=$jar:$class_path
done
# Where whole solves are timed the heap is there and touched before: pages that the kernel has yet to clear cost a solve in a
# young process up to a quarter of its time, and in a process that has run for a while nothing.
case $command in
solve | threads) heap="-Xms${heap_mb}m -XX:+AlwaysPreTouch" ;;
*) heap="-Xms$((heap_mb / 4))m" ;;
esac

# The collector of the program itself.
# shellcheck disable=SC2086 # flags are split on purpose
exec "$java" "-Xmx${heap_mb}m" $heap -XX:+UseParallelGC ${GRAINFLUX_OPTS:-} \
    "-Dgrainflux.bench=$home/bench" -cp "$class_path" org.grainflux.bench.Bench "$command" "$@"
