#!/usr/bin/env bash
# class-data.sh JAVA OPTIONS JAR ARCHIVE: keeps the classes that a first answer needs in the form that the JVM maps, which
# halves the time to it. The JVM goes without where the file is missing or does not fit JAVA and JAR as they are named here.
set -euo pipefail

java=$1 options=$2 jar=$3 archive=$4
idle=$(mktemp -d)
trap 'rm -rf "$idle"' EXIT
mkfifo "$idle/said"
mkdir "$idle/runs"
rm -f "$archive"
"$java" "@$options" -XX:ArchiveClassesAtExit="$archive" -jar "$jar" \
    "$idle/runs" --web.listen-address=127.0.0.1:0 --gpu=off >"$idle/said" 2>/dev/null &
exporter=$!
read -rt 20 line <"$idle/said" && port=${line%/} port=${port##*:} && exec 3<>"/dev/tcp/127.0.0.1/$port" &&
    printf 'GET /metrics HTTP/1.0\r\n\r\n' >&3 && timeout 10 cat <&3 >/dev/null || true
kill "$exporter"
wait "$exporter" || true # killed, as it was told
[ -s "$archive" ]
