#!/bin/sh
# Writes Slurm's nodes as targets for Prometheus' file_sd_configs, one group a partition:
#   file_sd.sh FILE.json [PORT] [PARTITION]     e.g. every five minutes: file_sd.sh /etc/prometheus/targets/slurm.json
# A node of several partitions is a target once, in the first by name. Nodes that are down stay targets: their silence is an alert.
set -eu
file=$1 port=${2:-9409}
new=$(mktemp "$file.XXXXXX")
trap 'rm -f "$new"' EXIT
sinfo --noheader --Node --format '%N %R' ${3:+--partition "$3"} | sort -k1,1 -k2,2 -u | awk -v port="$port" '
    !seen[$1]++ { targets[$2] = targets[$2] (targets[$2] ? ", " : "") "\"" $1 ":" port "\"" }
    END {
        printf "["
        for (partition in targets) {
            printf "%s\n  {\"targets\": [%s], \"labels\": {\"partition\": \"%s\"}}", comma, targets[partition], partition
            comma = ","
        }
        print "\n]"
    }' >"$new"
# Slurm did not answer: better the nodes of before than none.
grep -q targets "$new"
chmod 644 "$new"
mv "$new" "$file"
