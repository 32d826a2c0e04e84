#!/usr/bin/env bash
# Builds exporter and trainer where needed and starts both, the trainer's page in front; `./run --train` comes here.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
target=$root/trainer/target
jar=$target/trainer.jar
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
source "$root/.ci/tools.sh"

is_built() {
    [ -f "$jar" ] && [ -z "$(find "$root/pom.xml" "$root/trainer/pom.xml" "$root/trainer/src/main" -newer "$jar" -print -quit)" ]
}

if [ "$(uname -sm)" != "Linux x86_64" ]; then fail "the trainer's native library is for Linux on x86_64 alone, this is $(uname -sm)"; fi
need_java javac
if ! is_built; then
    need mvn maven
    if [ ! -e "$repository/ai/djl/pytorch/pytorch-native-cpu" ]; then
        echo "run: PyTorch's native library is downloaded once: 112 MB, which become 432 MB under trainer/target" >&2
    fi
    echo "run: building the trainer ..." >&2
    mvn -f "$root/pom.xml" -q -B -pl trainer -am -Dmaven.test.skip -Dspotless.check.skip package </dev/null
    touch "$jar"
fi

mkdir -p "$target/runs"
"$root/run" "$target/runs" --web.config.file="$root/trainer/exporter-web.yml" "$@" &
exporter=$!
trap 'kill "$exporter" 2>/dev/null || true' EXIT
export OPT_OUT_TRACKING=true DJL_CACHE_DIR=$target/djl
"$JAVA_HOME/bin/java" -Xmx512m -Dorg.jboss.logging.provider=slf4j -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 \
    -cp "$jar:$target/lib/*" org.trainingexporter.trainer.Main "$target/runs" 9410 http://localhost:9409
