# Sourced by verify.sh after engine.sh. Third-party images that cannot be pulled are made from Debian's packages, under the
# same names: the programs are Debian's versions, in the places where the real images have them. Grafana's is a stub.
# shellcheck shell=bash

BASE=training-exporter-stand-in:trixie
PACKAGES=ca-certificates,openjdk-25-jdk-headless,maven,prometheus,prometheus-alertmanager,busybox,fontconfig,fonts-dejavu-core

make_base() {
    local root=$work/base mirror file
    if docker image inspect "$BASE" >/dev/null 2>&1; then return; fi
    can_install || fail "images cannot be pulled, and only root can make others in their place"
    need debootstrap debootstrap
    say "making a base for images that cannot be pulled, from Debian's packages ..."
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 'debian/*$')
    debootstrap --variant=minbase --include="$PACKAGES" trixie "$root" "$mirror" >"$work/debootstrap.log" 2>&1 ||
        fail "debootstrap: $(tail -n 1 "$work/debootstrap.log")"
    ln -s busybox "$root/bin/wget" # as the real images have it
    # What this machine trusts, which may be a proxy of its own.
    for file in etc/ssl/certs/ca-certificates.crt etc/ssl/certs/java/cacerts; do
        [ ! -e "/$file" ] || cp "/$file" "$root/$file"
    done
    tar -C "$root" --exclude='./var/cache/apt/archives/*.deb' --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' -c . |
        docker import --change 'ENV PATH=/bin:/sbin:/usr/bin:/usr/sbin' - "$BASE" >/dev/null
    rm -rf "$root"
}

# stand_in IMAGE: the lines of its Dockerfile after FROM.
stand_in() {
    case $1 in
        maven:*) ;;
        eclipse-temurin:*) echo 'RUN mkdir -p /opt/java && ln -s /usr/lib/jvm/java-25-openjdk-* /opt/java/openjdk' ;;
        prom/prometheus:*)
            cat <<'STAND_IN'
RUN mkdir -p /prometheus && chown 65534:65534 /prometheus
USER 65534
ENTRYPOINT ["/bin/prometheus"]
STAND_IN
            ;;
        prom/alertmanager:*)
            cat <<'STAND_IN'
RUN ln -s prometheus-alertmanager /usr/bin/alertmanager && mkdir -p /alertmanager && chown 65534:65534 /alertmanager
USER 65534
ENTRYPOINT ["/bin/alertmanager"]
STAND_IN
            ;;
        grafana/grafana:*)
            cat <<'STAND_IN'
RUN mkdir -p /var/lib/grafana /srv/api && chown 472:0 /var/lib/grafana && \
    echo 'This stands in for Grafana, whose image could not be pulled.' | tee /srv/index.html >/srv/api/health && \
    printf '%s\n' '#!/bin/sh' 'env | grep -E "^GF_(AUTH_ANONYMOUS|USERS_HOME|SECURITY)" | sort' 'touch /var/lib/grafana/grafana.db' \
        'exec busybox httpd -f -p 3000 -h /srv' >/run.sh && \
    printf '%s\n' '#!/bin/sh' 'echo "$* < $(cat)" >/var/lib/grafana/reset' >/usr/bin/grafana && chmod +x /run.sh /usr/bin/grafana
USER 472
ENTRYPOINT ["/run.sh"]
STAND_IN
            ;;
        *) fail "$1 cannot be pulled, and nothing stands in for it" ;;
    esac
}

# need_images IMAGE...: after it each is there; stood_in names those that are not the real ones.
stood_in=()
need_images() {
    local image name reachable=yes
    for image in "$@"; do
        if ! docker image inspect "$image" >/dev/null 2>&1; then
            # Who cannot be asked for one cannot be asked for the next.
            if [ "$reachable" ] && timeout 300 docker pull -q "$image" >/dev/null 2>"$work/pull.log"; then continue; fi
            reachable=
            make_base
            { echo "FROM $BASE" && stand_in "$image"; } >"$work/stand-in" || return
                docker build -q --label training-exporter.stand-in=yes -t "$image" - <"$work/stand-in" >/dev/null 2>"$work/stand-in.log" || {
                cat "$work/stand-in.log" >&2
                fail "$image cannot be made"
            }
        fi
        name=$(docker image inspect --format '{{index .Config.Labels "training-exporter.stand-in"}}' "$image" 2>/dev/null || true)
        if [ "$name" = yes ]; then stood_in+=("$image"); fi
    done
}
