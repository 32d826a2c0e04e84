#!/usr/bin/env bash
# healthy.sh PORT: whether the exporter of this machine answers there; asked by the image, which need not have curl for it.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET /-/healthy HTTP/1.0\r\n\r\n' >&3
read -rt 4 _ status _ <&3
[ "$status" = 200 ]
