#!/bin/sh
# Starts Prometheus in its container. In /config are links to the files of the repository, so that a reload reads them again, and
# a links.yml with the addresses that docker-compose.yml was given. A demo starts with nothing: its run is another one than the
# last demo's, of the same name.
set -eu

if [ -z "${OWN_RUNS-}" ]; then rm -rf /prometheus/*; fi

mkdir -p /config/rules
for file in /etc/prometheus/* /etc/prometheus/rules/*; do
    case $file in
        */rules | */links.yml) ;;
        *) ln -sfn "$file" "/config/${file#/etc/prometheus/}" ;;
    esac
done
sed -e "s|http://localhost:3000|${GRAFANA_URL%/}|" -e "s|http://localhost:9409|${EXPORTER_URL%/}|" \
    /etc/prometheus/rules/links.yml >/config/rules/links.yml

exec /bin/prometheus "$@"
