# Sourced after tools.sh by run and trainer/start.sh, with root set to the repository: builds a module where its jar is not
# there, is older than what it is made of, or was left half done.
# shellcheck shell=bash

: "${root:?is the directory of the repository}"

# parts MODULE: the pom.xml and code of the module and of each module that its pom.xml names; below root, one a line.
parts() {
    local pom name other
    printf '%s\n' "$1/pom.xml" "$1/src/main"
    pom=$(<"$root/$1/pom.xml")
    for other in "$root"/*/pom.xml; do
        name=${other%/pom.xml} name=${name##*/}
        if [ "$name" != "$1" ] && [[ $pom == *"<artifactId>$name</artifactId>"* || $pom == *"../$name/"* ]]; then parts "$name"; fi
    done
}

# building MODULE: a file that is there while a build is under way, and still is if it was killed.
building() {
    echo "$root/$1/target/.building"
}

# is_built MODULE JAR
is_built() {
    # shellcheck disable=SC2046 # modules have no spaces in their names
    [ -f "$2" ] && [ ! -e "$(building "$1")" ] &&
        [ -z "$(cd "$root" && find pom.xml $(parts "$1") -newer "$2" -print -quit)" ]
}

# maven MODULE [OPTION...]
maven() {
    mvn -f "$root/pom.xml" -q -B -pl "$1" -am -Dmaven.test.skip -Dspotless.check.skip "${@:2}" package </dev/null
}

# maven_errors LOG: what Maven says went wrong, without its advice about itself.
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
    rm -f "$2" # a program that is running keeps its own copy of the file
    log=$(mktemp)
    # Maven remembers a download that failed, so a build that began without network asks once more.
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

# locked COMMAND...: runs it while no other start of this repository runs one; at once where there is no flock.
locked() (
    status=0
    flock -n 9 2>/dev/null || status=$?
    if [ "$status" = 1 ]; then # another one has it
        say "another start is preparing the same; waiting for it ..."
        flock 9
    fi
    "$@" 9<&-
) 9<"$root/pom.xml"

# ensure MODULE JAR: after it the jar is there and as new as its parts, or the script has ended and said why. Who comes while
# another start builds waits for it.
ensure() {
    is_built "$@" || locked build_unless_built "$@"
}
