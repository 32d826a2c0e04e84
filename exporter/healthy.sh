#!/usr/bin/env bash
# healthy.sh PORT: whether the program of this image answers there and can read what it watches. If not, it prints why, in one
# line, which `docker inspect` shows. Without curl, which the image need not have.
set -uo pipefail

port=$1

# ask PATH: sets status and body.
ask() {
    local line
    status='' body=''
    { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return
    printf 'GET %s HTTP/1.0\r\n\r\n' "$1" >&3
    read -rt 4 _ status _ <&3
    while read -rt 4 line <&3 && [ "$line" != $'\r' ]; do :; done
    body=$(timeout 4 cat <&3)
    exec 3>&-
}

# unescaped TEXT: a text of JSON as it was.
unescaped() {
    local text=${1//\\\"/\"}
    echo "${text//\\\\/\\}"
}

string='"(([^"\\]|\\.)*)"' # of JSON
ask /-/healthy
if [ -z "$status" ]; then
    echo "no answer on port $port"
    exit 1
fi
if [ "$status" != 200 ]; then
    if [[ $body =~ \"reason\":$string ]]; then unescaped "${BASH_REMATCH[1]}"; else echo "status $status"; fi
    exit 1
fi

# Of logs that cannot be read the metrics tell; here only directories count.
ask /-/ready
if [[ $body =~ \"unreadable\":\[(.*)\] ]]; then
    rest=${BASH_REMATCH[1]}
    while [[ $rest =~ ^,?$string ]]; do
        rest=${rest:${#BASH_REMATCH[0]}}
        entry=$(unescaped "${BASH_REMATCH[1]}")
        path=${entry%%: *}
        if [ -d "$path" ] || [ ! -e "$path" ]; then
            echo "cannot read $entry"
            exit 1
        fi
    done
fi
