#!/usr/bin/env bash
# folder.sh VERSION TIME: makes target/training-exporter-VERSION-linux-x64.tar.gz, the exporter with a Java runtime of the modules that
# it needs. TIME, in ISO 8601, is the time of all files. The runtime is of the newest JDK here, or of PACKAGE_JAVA_HOME.
set -euo pipefail

cd "$(dirname "$(readlink -f "$0")")"
root=$(cd ../.. && pwd)
source "$root/scripts/tools.sh"
program=package
version=$1 time=$2
jar=$root/exporter/target/training-exporter.jar

[ "$(uname -sm)" = "Linux x86_64" ] || fail "the folder is for Linux on x86_64, this is $(uname -sm)"
JAVA_HOME=${PACKAGE_JAVA_HOME-} # Maven's may be an older one
find_java jlink || fail "no JDK is found"
release=$(java_version "$JAVA_HOME")
[ "$release" -ge 25 ] || fail "the runtime is made of a JDK 25 or newer; set PACKAGE_JAVA_HOME"

rm -rf target
folder=target/training-exporter-$version
mkdir -p "$folder" target/debian
cp "$jar" "$root/exporter/jvm.options" "$root/LICENSE" README "$folder/"
cp training-exporter "$folder/"
chmod 755 "$folder/training-exporter"

modules=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release "$release" --print-module-deps "$jar")
say "Java $release with $modules"
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$folder/runtime"
# The texts of the runtime's parts are in runtime/legal, those of the jar's here.
(cd target && "$JAVA_HOME/bin/jar" xf "$jar" META-INF/licenses META-INF/sbom)
mv target/META-INF/licenses "$folder/licenses"
mv target/META-INF/sbom/*.json "$folder/"

# The cache names the time of the jar, so that comes first.
find "$folder" -exec touch -h -d "$time" {} +
"$root/exporter/class-data.sh" "$PWD/$folder/runtime/bin/java" "$PWD/$folder/jvm.options" "$PWD/$folder/training-exporter.jar" \
    "$PWD/$folder/training-exporter.aot"
find "$folder" -exec touch -h -d "$time" {} +
chmod -R u=rwX,go=rX "$folder"
tar -C target --sort=name --owner=0 --group=0 --numeric-owner --mtime="$time" -c "${folder#target/}" |
    gzip -9n >"target/training-exporter-$version-linux-x64.tar.gz"

# The Debian package has the same files in /opt/training-exporter, and a unit that starts those, once RUNS is set.
unit=target/debian/training-exporter.service
sed -e 's|/usr/bin/java |/opt/training-exporter/runtime/bin/java |' \
    -e 's|-XX:SharedArchiveFile=\(\S*\)\.jsa|-XX:AOTCache=\1.aot -Xlog:aot=off|' \
    -e 's|^ExecStart=|ExecCondition=/usr/bin/test -n ${RUNS}\n&|' \
    -e 's|^# README.md beside.*|# To change a line: systemctl edit training-exporter.|' \
    "$root/deploy/systemd/training-exporter.service" >"$unit"
grep -q '^ExecStart=/opt/.*-XX:AOTCache=' "$unit" || fail "the unit has changed"
sed -e 's|^RUNS=.*|RUNS=|' \
    -e 's|^# The directories|# The service starts once this is set: systemctl restart training-exporter.\n&|' \
    "$root/deploy/systemd/environment" >target/debian/environment
