#!/usr/bin/env bash
# Builds exporter and trainer where needed and starts both, the trainer's page in front; `./run --train` comes here.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
target=$root/trainer/target
jar=$target/trainer.jar
source "$root/scripts/tools.sh"
source "$root/scripts/build.sh"
program=run # the command that the user typed

# The trainer's own flags begin with --trainer, the others are the exporter's.
trainer=() exporter=() runs=${TRAINER_RUNS:-$target/runs} help='' before=''
# Whose exporter has a file of its own says there who may show its page.
web=$root/trainer/exporter-web.yml
if [ "${TRAINING_EXPORTER_WEB_CONFIG_FILE-}${TRAINING_EXPORTER_CONFIG_FILE-}" ]; then web=; fi
while [ $# -gt 0 ]; do
    flag=$1
    if [[ $flag == --trainer.* && $flag != *=* && $# -gt 1 ]]; then
        flag=$1=$2
        shift
    fi
    shift
    case $flag in
        --trainer.runs=*) runs=${flag#*=} ;;
        --trainer.*) trainer+=("$flag") ;;
        --help | -h) help=yes ;;
        *)
            if [[ $flag =~ ^--(web\.)?config\.file(=|$) ]]; then web=; fi
            if [[ $flag != -* && $before != -* ]]; then fail "$flag: only the trainer's own runs are watched, --trainer.runs=DIR says where"; fi
            exporter+=("$flag")
            ;;
    esac
    before=${flag##*=*}
done

if [ "$(uname -sm)" != "Linux x86_64" ]; then fail "the trainer's native library is for Linux on x86_64 alone, this is $(uname -sm)"; fi
if ! is_built trainer "$jar" && ! compgen -G "$HOME/.m2/repository/ai/djl/pytorch/pytorch-native-cpu/*/*-linux-x86_64.jar" >/dev/null; then
    say "PyTorch's native library is downloaded, once: 112 MB, which become 432 MB under trainer/target"
fi
ensure trainer "$jar"
find_java java || need_java java
"$root/run" --version >/dev/null # builds the exporter

export OPT_OUT_TRACKING=true DJL_CACHE_DIR=$target/djl
train() {
    exec "$JAVA_HOME/bin/java" "@$root/trainer/jvm.options" -cp "$jar:$target/lib/*" org.trainingexporter.trainer.TrainerMain "$@"
}

# DJL unpacks into a temporary directory and renames it at the end.
is_unpacked() {
    compgen -G "$DJL_CACHE_DIR/pytorch/*-linux-x86_64" >/dev/null
}

# shellcheck disable=SC2317 # called through locked
unpack() {
    if ! is_unpacked; then
        say "unpacking PyTorch's native library, once: 432 MB under trainer/target ..."
        (train --trainer.prepare)
    fi
}

if [ "$help" ]; then
    (train --help)
    echo
    exec "$root/run" --help
fi
mkdir -p "$runs" 2>/dev/null || fail "the runs' directory cannot be made: $runs"
is_unpacked || locked unpack

# What ends one ends both; whoever is left writes its logs to the end.
pids=()
end() {
    trap '' INT TERM
    [ ${#pids[@]} = 0 ] || kill "${pids[@]}" 2>/dev/null || true
    wait
}
trap 'end; exit 130' INT
trap 'end; exit 143' TERM

# Where it answers only the exporter knows: a flag, a variable or a file may say so.
pipe=$(mktemp -u)
mkfifo "$pipe"
"$root/run" "$runs" ${web:+"--web.config.file=$web"} ${exporter[@]+"${exporter[@]}"} >"$pipe" &
exporter_pid=$!
pids+=("$exporter_pid")
exec {told}<"$pipe"
rm -f "$pipe"
page=
while [ -z "$page" ] && read -r line <&"$told"; do
    echo "$line"
    case $line in "Listening on "*) page=${line#Listening on } ;; esac
done
if [ -z "$page" ]; then
    end
    fail "the exporter did not start, so the trainer does not either"
fi
cat <&"$told" &

(train --trainer.exporter-url="${TRAINER_EXPORTER_URL:-$page}" --trainer.runs="$runs" ${trainer[@]+"${trainer[@]}"}) &
pids+=("$!")
status=0
wait -n "${pids[@]}" || status=$?
name=exporter
if kill -0 "$exporter_pid" 2>/dev/null; then name=trainer; fi
say "the $name has ended (exit code $status); ending the other one"
end
exit $((status == 0 ? 1 : status))
