#!/bin/sh
# Starts Prometheus in its container. In /dev/shm/config are links to the files of the repository, so that a reload reads them again, and
# a links.yml with the addresses that docker-compose.yml was given. A demo starts with nothing: its run is another one than the
# last demo's, of the same name.
set -eu

if [ -z "${OWN_RUNS-}" ]; then rm -rf /prometheus/*; fi

mkdir -p /dev/shm/config/rules
for file in /etc/prometheus/* /etc/prometheus/rules/*; do
    case $file in
        */rules | */links.yml) ;;
        *) ln -sfn "$file" "/dev/shm/config/${file#/etc/prometheus/}" ;;
    esac
done
sed -e "s|http://localhost:3000|${GRAFANA_URL%/}|" -e "s|http://localhost:9409|${EXPORTER_URL%/}|" \
    /etc/prometheus/rules/links.yml >/dev/shm/config/rules/links.yml

exec /bin/prometheus "$@"
