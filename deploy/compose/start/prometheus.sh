#!/bin/sh
# Starts Prometheus in its container. The rules are links to those of the repository, so that a reload reads them again, but for
# links.yml: it has the addresses that docker-compose.yml was given. A demo starts with nothing: its run is another one than the
# last demo's, of the same name.
set -eu

if [ -z "${OWN_RUNS-}" ]; then rm -rf /prometheus/*; fi

for file in /rules/*.yml; do
    ln -sf "$file" /etc/prometheus/rules/
done
rm -f /etc/prometheus/rules/links.yml
sed -e "s|http://localhost:3000|${GRAFANA_URL%/}|" -e "s|http://localhost:9409|${EXPORTER_URL%/}|" \
    /rules/links.yml >/etc/prometheus/rules/links.yml

exec /bin/prometheus "$@"
