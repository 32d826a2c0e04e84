#!/usr/bin/env bash
# class-data.sh JAVA OPTIONS JAR ARCHIVE: keeps the classes that a first answer needs in the form that the JVM maps, which
# halves the time to it. The JVM goes without where the file is missing or does not fit JAVA and JAR as they are named here.
# If ARCHIVE ends in .aot it is an AOT cache, which also holds profiles of methods, for -XX:AOTCache of Java 25; else a
# class archive, for -XX:SharedArchiveFile of Java 17.
set -euo pipefail

java=$1 options=$2 jar=$3 archive=$4
new=$archive.$$ # moved into place at the end, so that no other start maps half an archive
idle=$(mktemp -d)
trap 'rm -rf "$idle" "$new"' EXIT
mkfifo "$idle/said"
mkdir "$idle/runs"
rm -f "$archive"
case $archive in
    *.aot) written=-XX:AOTCacheOutput=$new ;;
    *) written=-XX:ArchiveClassesAtExit=$new ;;
esac
"$java" "@$options" "$written" -jar "$jar" \
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
