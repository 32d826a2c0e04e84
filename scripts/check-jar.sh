#!/usr/bin/env bash
# check-jar.sh JAR: whether the jar has a licence for each component of its SBOM, and whether a second build in another
# place, of no more than what exporter/Dockerfile copies, makes the same bytes.
set -euo pipefail

jar=$(readlink -f "$1")
root=$(dirname "$(dirname "$(readlink -f "$0")")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "check-jar: $*" >&2
    exit 1
}

mkdir "$work/jar" "$work/build"
cd "$work/jar"
"${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$jar" META-INF
[ -s META-INF/LICENSE ] || fail "META-INF/LICENSE is missing"
components=$(node -e '
    const sbom = JSON.parse(require("fs").readFileSync("META-INF/sbom/training-exporter.cdx.json", "utf8"));
    console.log(sbom.components.filter(c => c.group !== "org.trainingexporter").map(c => c.name).join("\n"));')
[ "$(wc -l <<<"$components")" -ge 20 ] || fail "the SBOM names only: $components"
for name in $components; do
    [ -n "$(find "META-INF/licenses/$name" -type f -size +0 2>/dev/null)" ] || fail "META-INF/licenses/$name is missing"
done
for directory in META-INF/licenses/*; do
    grep -qx "$(basename "$directory")" <<<"$components" || fail "$directory belongs to no component"
done

"${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$jar" org/trainingexporter/config/revision.txt
revision=$(<org/trainingexporter/config/revision.txt)
[[ $revision =~ ^[0-9a-f]{12,}(-dirty)?$ ]] || fail "the jar does not name its revision: $revision"

cd "$root"
cp -r --parents pom.xml LICENSE exporter/pom.xml exporter/src/main web/pom.xml web/src/main trainer/pom.xml "$work/build"
cd "$work/build"
mvn -q -B -ntp -Dscm.revision="$revision" -pl exporter -am -Dmaven.test.skip -Dspotless.check.skip package </dev/null || fail "the second build failed"
cmp "$jar" exporter/target/training-exporter.jar || fail "a second build makes another jar"
echo "check-jar: $(wc -l <<<"$components") components, each with its licence; two builds make the same bytes"
