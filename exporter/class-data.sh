#!/usr/bin/env bash
# class-data.sh JAVA OPTIONS JAR ARCHIVE: keeps the classes that a first answer needs in the form that the JVM maps, which
# halves the time to it; among them are those that read a log. The JVM goes without where the file is missing or does not fit
# JAVA and JAR as they are named here.
# If ARCHIVE ends in .aot it is an AOT cache, which also holds profiles of methods, for -XX:AOTCache of Java 25; else a
# class archive, for -XX:SharedArchiveFile of Java 17.
set -euo pipefail

java=$1 options=$2 jar=$3 archive=$4
new=$archive.$$ # moved into place at the end, so that no other start maps half an archive
idle=$(mktemp -d)
trap 'rm -rf "$idle" "$new"' EXIT
# An AOT cache knows what is worth compiling at once, so it has to see more of a log than its classes. Java 17 would keep in
# its archive that a method waits for the compiler, and would never compile it: nothing is compiled there.
case $archive in
    *.aot) written=(-XX:AOTCacheOutput="$new") lines=20000 ;;
    *) written=(-XX:ArchiveClassesAtExit="$new" -Xint) lines=200 ;;
esac
mkfifo "$idle/said"
mkdir "$idle/runs"
for ((i = 1; i <= lines; i++)); do
    printf '{"epoch": %d, "step": %d, "loss": %d.%012d, "grad_norm": %s, "learning_rate": %d.%de-05, "timestamp": %d.%d}\n' \
        $((i / 5000)) $i $((i * 7919 % 3 + 1)) $((i * 7919 % 1000003 * 999983)) $((i * 31 % 997)).5 \
        $((i % 9 + 1)) $((i * 7919 % 99991)) $((1760000000 + 18 * i)) $((i * 7919 % 1000003))
done >"$idle/runs/log.jsonl"
rm -f "$archive"
"$java" "@$options" "${written[@]}" -jar "$jar" \
    "$idle/runs" --web.listen-address=127.0.0.1:0 --gpu=off >"$idle/said" 2>/dev/null &
exporter=$!
# One scrape, without curl, so that the archive holds the classes of an answer too. If it fails, those of the start must do.
if read -rt 20 line <"$idle/said" && port=${line%/} port=${port##*:} && exec 3<>"/dev/tcp/127.0.0.1/$port" &&
    printf 'GET /metrics HTTP/1.0\r\n\r\n' >&3; then
    timeout 10 cat <&3 >/dev/null || true
fi
kill "$exporter"
wait "$exporter" || true # killed, as it was told
[ -s "$new" ]
mv -f "$new" "$archive"
