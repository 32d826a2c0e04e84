#!/usr/bin/env bash
# Builds the exporter's jar if it is missing or older than its sources.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
source "$root/scripts/tools.sh"
source "$root/scripts/build.sh"
ensure exporter "$root/exporter/target/training-exporter.jar"
