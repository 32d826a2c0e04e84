#!/usr/bin/env bash
# Builds both packages for Linux and tries them on a Debian that has no Java: the folder is unpacked, moved and started; the Debian
# package is installed, updated, removed and purged. `./verify --packages` comes here; it needs root, and takes minutes.
set -euo pipefail

cd "$(dirname "$(readlink -f "$0")")"
root=$(cd ../.. && pwd)
source "$root/scripts/tools.sh"
program='verify --packages'
suite=${SUITE:-bookworm}
port=19419
checks=0

can_install || fail "only root can make an empty Debian to try them on"
need debootstrap debootstrap
need curl curl
if [ "${1-}" != --built ]; then
    need mvn maven
    mvn -q -B -ntp -f "$root/pom.xml" -Ppackage -pl packaging/linux -am package </dev/null || fail "they cannot be built"
fi
folder=$(ls target/training-exporter-*-linux-x64.tar.gz)
package=$(ls target/training-exporter-*-amd64.deb)

work=$(mktemp -d)
debian=$work/debian
server=
end() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    ! mountpoint -q "$debian/proc" || umount "$debian/proc"
    rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

# The base stays for the next time.
base=/var/tmp/training-exporter-$suite
if [ ! -e "$base/etc/debian_version" ]; then
    say "making an empty Debian ..."
    # shellcheck disable=SC2016 # apt's own words
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 'debian/*$')
    rm -rf "$base"
    debootstrap --variant=minbase "$suite" "$base.new" "$mirror" >"$work/debootstrap.log" 2>&1 ||
        fail "debootstrap: $(tail -n 1 "$work/debootstrap.log")"
    mv "$base.new" "$base"
fi
cp -a "$base" "$debian"
mount -t proc proc "$debian/proc"

exec_inside() {
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot "$debian" "$@"
}

inside() {
    (exec_inside "$@")
}

# holds WHAT COMMAND...: a check that is counted; it ends the script if the command fails.
holds() {
    "${@:2}" >"$work/said" 2>&1 || {
        tail -n 20 "$work/said" >&2
        fail "does not hold: $1"
    }
    checks=$((checks + 1))
    printf '   %s\n' "$1"
}

not() {
    ! "$@"
}

says() {
    "${@:2}" >"$work/says" 2>&1 || true
    cat "$work/says"
    grep -qE -- "$1" "$work/says"
}

# serves COMMAND...: whether the exporter that it starts has the curve of a run, how long that took, and whether it ends well.
serves() {
    local began=${EPOCHREALTIME/./} i status=0
    if curl -s --max-time 2 -o "$work/other" "http://127.0.0.1:$port/"; then
        echo "port $port is in use"
        return 1
    fi
    # The process itself and no shell around it, so that it is what gets the signal.
    exec_inside "$@" /srv/runs --web.listen-address=127.0.0.1:$port --gpu=off >"$work/server" 2>&1 &
    server=$!
    for ((i = 0; i < 300; i++)); do
        if curl -s --max-time 2 "http://127.0.0.1:$port/metrics" | grep -q '^training_loss{run="first",} 2.25$'; then break; fi
        sleep 0.1
    done
    took=$(((${EPOCHREALTIME/./} - began) / 1000))
    kill "$server"
    wait "$server" || status=$?
    server=
    if [ "$i" = 300 ] || { [ "$status" != 143 ] && [ "$status" != 0 ]; }; then
        cat "$work/server"
        return 1
    fi
}

mkdir -p "$debian/srv/runs/first"
printf '{"step": 1, "loss": 2.5}\n{"step": 2, "loss": 2.25}\n' >"$debian/srv/runs/first/train.jsonl"
holds "the Debian has no Java" not inside sh -c 'command -v java'

holds "the folder has at most 55 MB: $(($(stat -c %s "$folder") / 1000000))" test "$(stat -c %s "$folder")" -le 55000000
began=${EPOCHREALTIME/./}
tar -C "$debian/opt" -xzf "$folder"
unpacked=$(((${EPOCHREALTIME/./} - began) / 1000))
mv "$debian"/opt/training-exporter-* "$debian/srv/moved here"
start="/srv/moved here/training-exporter"
holds "it says version and revision" says '^training-exporter [0-9.]+\S* \(revision [0-9a-f]{12}' inside "$start" --version
holds "nothing but that" test "$(wc -l <"$work/says")" = 1
holds "its cache fits, though it was moved" says 'Using AOT-linked classes: true' inside env JAVA_OPTS=-Xlog:aot=info "$start" --version
holds "a wrong flag ends with 2" inside sh -c "'$start' --no-such-flag x; [ \$? = 2 ]"
holds "it serves a run" serves "$start"
printf '   unpacked in %s ms, the first curve %s ms after the start\n' "$unpacked" "$took"
holds "it can draw without a display" inside sh -c "ls '/srv/moved here/runtime/lib/libawt_headless.so'"
holds "licences of the jar's parts and of the runtime's" \
    inside sh -c "[ -s '/srv/moved here/licenses/jna/LICENSE' ] && [ -s '/srv/moved here/runtime/legal/java.base/LICENSE' ]"

file=/root/first.deb environment=/etc/training-exporter/environment
cp "$package" "$debian$file"
began=${EPOCHREALTIME/./}
holds "the package is installed, and says what to set" \
    says 'set RUNS= in' inside apt-get install -y --no-install-recommends "$file"
printf '   installed in %s ms\n' "$(((${EPOCHREALTIME/./} - began) / 1000))"
holds "its service is enabled" inside test -L /etc/systemd/system/multi-user.target.wants/training-exporter.service
holds "and does not start before RUNS is set" grep -q '^ExecCondition=/usr/bin/test -n ${RUNS}$' \
    "$debian/usr/lib/systemd/system/training-exporter.service"
holds "RUNS is empty" grep -qx 'RUNS=' "$debian$environment"
holds "both files in /etc are the administrator's" test "$(inside dpkg-query -W -f '${Conffiles}' training-exporter | grep -c /etc/)" = 2
holds "its files are root's" test -z "$(find "$debian/opt/training-exporter" ! -user 0)"
holds "it serves a run" serves training-exporter
printf '   the first curve %s ms after the start\n' "$took"
holds "its cache fits" says 'Using AOT-linked classes: true' inside env JAVA_OPTS=-Xlog:aot=info training-exporter --version
# The unit's own command, without systemd.
command=$(sed -nE 's/^ExecStart=(.*) \$RUNS$/\1/p' "$debian/usr/lib/systemd/system/training-exporter.service")
# shellcheck disable=SC2086 # words
holds "the command of the unit serves a run" serves $command
if command -v systemd-analyze >/dev/null; then
    holds "systemd takes the unit" not says 'training-exporter.service:[0-9]+:|Unknown' \
        systemd-analyze verify --root="$debian" --recursive-errors=no training-exporter.service
fi

# A newer one, of the same files.
newer=$work/newer
dpkg-deb -R "$package" "$newer"
sed -i 's/^Version: .*/Version: 99/' "$newer/DEBIAN/control"
echo '# of the newer version' >>"$newer/etc/training-exporter/exporter.yml"
dpkg-deb -Znone --root-owner-group -b "$newer" "$debian/root/second.deb" >/dev/null
rm -rf "$newer"
sed -i 's|^RUNS=$|RUNS=/srv/runs|' "$debian$environment"
holds "an update" not says 'set RUNS= in' inside apt-get install -y --no-install-recommends /root/second.deb
holds "has the newer version" test "$(inside dpkg-query -W -f '${Version}' training-exporter)" = 99
holds "keeps what the administrator set" grep -qx 'RUNS=/srv/runs' "$debian$environment"
holds "and brings what nobody changed" grep -q 'newer version' "$debian/etc/training-exporter/exporter.yml"
holds "it serves a run" serves training-exporter
holds "removed" inside apt-get remove -y training-exporter
holds "it leaves its settings alone" test -e "$debian$environment" -a ! -e "$debian/opt/training-exporter" -a ! -e "$debian/usr/bin/training-exporter"
holds "purged" inside apt-get purge -y training-exporter
holds "it leaves nothing" test -z "$(find "$debian/etc" "$debian/opt" "$debian/usr" "$debian/var/lib/systemd" -name '*training-exporter*' 2>/dev/null)"
holds "and no broken package" test -z "$(inside dpkg --audit)"
echo "$checks passed, 0 failed"
