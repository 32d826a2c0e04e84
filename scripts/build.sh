# Sourced by run and trainer/start.sh after tools.sh, with root set to the repository. Builds a module if its jar is missing or
# older than its sources, or if its last build was killed.
# shellcheck shell=bash

: "${root:?is the directory of the repository}"

# sources MODULE: the pom.xml and the code of the module, and of each module that its pom.xml names. Paths below root, one per line.
sources() {
    local pom name other
    printf '%s\n' "$1/pom.xml" "$1/src/main"
    pom=$(<"$root/$1/pom.xml")
    for other in "$root"/*/pom.xml; do
        name=${other%/pom.xml} name=${name##*/}
        if [ "$name" != "$1" ] && [[ $pom == *"<artifactId>$name</artifactId>"* || $pom == *"../$name/"* ]]; then sources "$name"; fi
    done
}

# building MODULE: the marker file of a build. It exists while the build runs, and remains if the build is killed.
building() {
    echo "$root/$1/target/.building"
}

# is_built MODULE JAR
is_built() {
    # shellcheck disable=SC2046 # modules have no spaces in their names
    [ -f "$2" ] && [ ! -e "$(building "$1")" ] &&
        [ -z "$(cd "$root" && find pom.xml $(sources "$1") -newer "$2" -print -quit)" ]
}

# maven MODULE [OPTION...]
maven() {
    mvn -f "$root/pom.xml" -q -B -pl "$1" -am -Dmaven.test.skip -Dspotless.check.skip "${@:2}" package </dev/null
}

# maven_errors LOG: the errors in Maven's output, without its advice on how to use Maven.
maven_errors() {
    grep '^\[ERROR\]' "$1" | grep -viE 'Help [0-9]|re-run Maven|For more information|After correcting|-rf :|^\[ERROR\] *$' |
        awk '!seen[$0]++' || cat "$1"
}

# build MODULE JAR
build() {
    local log mark
    mark=$(building "$1")
    need_java javac
    need mvn maven
    say "building the $1 (the first time takes a minute, later starts are immediate) ..."
    mkdir -p "${mark%/*}"
    touch "$mark"
    rm -f "$2" # a running program keeps the deleted file
    log=$(mktemp)
    # Maven caches failed downloads. After a build without network, -U makes it try them again.
    if ! maven "$1" >"$log" 2>&1 && ! { grep -q 'cached in the local repository' "$log" && maven "$1" -U >"$log" 2>&1; }; then
        maven_errors "$log" >&2
        if grep -q 'Could not transfer\|Unknown host' "$log"; then say "Maven could not download what the build needs; is there a network?"; fi
        rm -f "$log"
        fail "the build failed; to see all of it: mvn -B -f '$root' -pl $1 -am package"
    fi
    rm -f "$log"
    touch -r "$mark" "$2" # a source saved while the build ran is newer than this
    rm -f "$mark"
}

build_unless_built() {
    is_built "$@" || build "$@"
}

# locked COMMAND...: runs it under a lock that all starts of this repository share. Without flock it runs unlocked.
locked() (
    status=0
    flock -n 9 2>/dev/null || status=$?
    if [ "$status" = 1 ]; then # held by another start
        say "waiting for another start to finish building ..."
        flock 9
    fi
    "$@" 9<&-
) 9<"$root/pom.xml"

# ensure MODULE JAR: builds the jar if it is missing or stale. If the build fails, prints why and ends the script.
ensure() {
    is_built "$@" || locked build_unless_built "$@"
}
