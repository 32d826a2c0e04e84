# Sourced by verify.sh after tools.sh, with work set to a directory. Finds Docker's engine, or starts one by hand.
# shellcheck shell=bash

# shellcheck disable=SC2016 # apt's own words
: "${work:?is a directory for all that is made}"

# Its data root stays for the next time, so that bases are not made again and images are built from the cache.
data=${IMAGES_DATA:-/var/tmp/training-exporter-images}
engine='' # the process that was started here

engine_answers() {
    docker version >/dev/null 2>&1
}

has_compose() {
    local version
    version=$(docker compose version --short 2>/dev/null) && [ "$(printf '%s\n' 2.20.0 "${version#v}" | sort -V | head -n 1)" = 2.20.0 ]
}

# A newer Debian's package, from the mirror that apt uses. It is a program without needs.
fetch_compose() {
    local mirror apt=$data/apt
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 'debian/*$')
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$data/cli-plugins"
    if ! [ -x "$data/cli-plugins/docker-compose" ]; then
        say "fetching a newer Compose ..."
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$apt/sources.list"
        (
            cd "$apt"
            options=(-q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$apt/lists"
                -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root)
            apt-get "${options[@]}" update
            apt-get "${options[@]}" download docker-compose
            dpkg-deb -x docker-compose_*.deb unpacked
        ) >"$work/compose.log" 2>&1 || fail "no newer Compose could be had: $(tail -n 1 "$work/compose.log")"
        cp "$(find "$apt/unpacked" -name docker-compose -type f -perm -1 | head -n 1)" "$data/cli-plugins/docker-compose"
        rm -rf "$apt"
    fi
    export DOCKER_CONFIG=$data
}

# What Docker changes of this machine's network is put back at the end.
start_engine() {
    local i
    say "starting Docker's engine ..."
    iptables-save >"$work/iptables"
    ip_forward=$(cat /proc/sys/net/ipv4/ip_forward)
    bridge=$(ip -o link show docker0 2>/dev/null || true)
    dockerd --data-root "$data/docker" --exec-root "$work/exec" --pidfile "$work/pid" -H "unix://$work/docker.sock" \
        --storage-driver overlay2 >"$work/dockerd.log" 2>&1 &
    engine=$!
    export DOCKER_HOST=unix://$work/docker.sock
    for ((i = 0; i < 60; i++)); do
        if engine_answers; then return; fi
        kill -0 "$engine" 2>/dev/null || break
        sleep 0.5
    done
    tail -n 5 "$work/dockerd.log" >&2
    fail "Docker's engine does not start"
}

stop_engine() {
    local table
    [ -n "$engine" ] || return 0
    kill "$engine" 2>/dev/null || true
    wait "$engine" 2>/dev/null || true
    engine=
    [ -n "$bridge" ] || ip link delete docker0 2>/dev/null || true
    for table in filter nat; do
        iptables -t "$table" -F && iptables -t "$table" -X || true
    done
    iptables -P FORWARD ACCEPT || true
    iptables-restore <"$work/iptables" || true # says nothing of tables that were not there
    echo "$ip_forward" >/proc/sys/net/ipv4/ip_forward
}

need_engine() {
    mkdir -p "$data"
    if ! engine_answers; then
        can_install || fail "no engine answers (docker version), and only root can start one"
        need dockerd docker.io
        need iptables-save iptables
        start_engine
    fi
    if ! has_compose; then
        can_install || fail "Compose 2.20 or newer is missing"
        fetch_compose
        has_compose || fail "Compose 2.20 or newer is missing"
    fi
}
