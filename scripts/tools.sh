# Sourced by run, verify and trainer/start.sh. Finds the tools that they need, and installs them on Debian as root.
# shellcheck shell=bash

# The prefix of each message. trainer/start.sh sets it to the command that the user typed.
program=${0##*/}

say() {
    echo "$program: $*" >&2
}

# fail WORD...: prints the message and ends the script.
fail() {
    say "$@"
    exit 1
}

# Maven writes plain text, also at its very end.
export MAVEN_OPTS="${MAVEN_OPTS-} -Djansi.noreset=true"

# can_install: whether this machine lets us install packages.
can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# install PACKAGE...: quietly, without the services that a package would start.
install() {
    say "installing $* ..."
    local policy=/usr/sbin/policy-rc.d own_policy='' log status=0
    log=$(mktemp)
    if [ ! -e "$policy" ]; then
        own_policy=yes
        printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
    fi
    {
        apt-get update
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    } >"$log" 2>&1 </dev/null || status=$?
    if [ -n "$own_policy" ]; then rm -f "$policy"; fi
    if [ "$status" != 0 ]; then grep -E '^(E|Err|W):' "$log" >&2 || tail -n 20 "$log" >&2; fi
    rm -f "$log"
    return "$status"
}

# install_command PACKAGE...: what a person would type.
install_command() {
    if [ "$(uname)" = Darwin ]; then
        case $1 in
            openjdk-*) set -- openjdk@17 ;;
        esac
        echo "brew install $*"
    else
        echo "sudo apt-get install $*"
    fi
}

# need COMMAND PACKAGE: after it the command is there, or the script has ended and said what is missing.
need() {
    command -v "$1" >/dev/null && return
    if can_install; then install "$2" || true; fi
    command -v "$1" >/dev/null || fail "$1 is missing; install it: $(install_command "$2")"
}

# java_version HOME: the major version of the Java installed there, 0 where there is none.
java_version() {
    local version
    version=$(cat "$1/release" 2>/dev/null || "$1/bin/java" -version 2>&1 || true)
    version=$(sed -nE 's/^(JAVA_VERSION=|.* version )"(1\.)?([0-9]+).*/\3/p' <<<"$version")
    echo "${version:-0}"
}

# find_java TOOL: sets JAVA_HOME to a Java 17 or newer that has bin/TOOL. The user's JAVA_HOME comes first. Else it is the newest to run
# with, since newer ones start faster, and to build with (javac) the first, which is the one in PATH.
find_java() {
    local home java version newest='' newest_version=16
    java=$(command -v java || true)
    for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$java")")")" \
        "$(/usr/libexec/java_home -v 17+ 2>/dev/null)" /usr/lib/jvm/*; do
        if [ -z "$home" ] || ! [ -x "$home/bin/$1" ]; then continue; fi
        version=$(java_version "$home")
        if [ "$version" -gt "$newest_version" ]; then newest=$home newest_version=$version; fi
        if [ -n "$newest" ] && { [ "$1" = javac ] || [ "$newest" = "${JAVA_HOME:-}" ]; }; then break; fi
    done
    [ -n "$newest" ] || return 1
    export JAVA_HOME=$newest PATH=$newest/bin:$PATH
}

# need_java TOOL: find_java, or a JDK installed, or the end with one line.
need_java() {
    find_java "$1" && return
    if can_install; then install openjdk-17-jdk-headless || install default-jdk-headless || true; fi
    find_java "$1" || fail "a JDK 17 or newer is missing; install it: $(install_command openjdk-17-jdk-headless)"
}
