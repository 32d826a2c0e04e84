#!/bin/sh
# Packs the chart with the rules, the dashboards and the runbook of this checkout, and says where the archive is:
#   deploy/helm/package.sh [DIRECTORY]      then: helm install training-exporter DIRECTORY/training-exporter-*.tgz
set -eu
chart=$(cd "$(dirname "$0")" && pwd)
root=$chart/../..
out=${1:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$chart" "$work/training-exporter"
mkdir "$work/training-exporter/files"
cp -R "$root/prometheus/rules" "$root/grafana/dashboards" "$root/prometheus/runbook.md" "$work/training-exporter/files"
helm package "$work/training-exporter" --destination "$out"
