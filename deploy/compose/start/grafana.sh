#!/bin/sh
# Starts Grafana in its container: without a login where nothing but the demo is shown, with the password that was set, also
# if it was another one before, and with a line that says where it is.
set -eu

if [ -z "${OWN_RUNS-}" ]; then
    export GF_AUTH_ANONYMOUS_ENABLED=true GF_AUTH_ANONYMOUS_ORG_ROLE=Viewer
    # The demo's run began an hour and a half before it was started.
    start=$(($(date +%s) - 6000))
    export GF_USERS_HOME_PAGE="/d/training-run?from=${start}000&to=now"
fi

if [ -n "${GRAFANA_PASSWORD-}" ]; then
    export GF_SECURITY_ADMIN_PASSWORD="$GRAFANA_PASSWORD"
    if [ -e /var/lib/grafana/grafana.db ]; then # the variable alone counts only before there is one
        printf '%s\n' "$GRAFANA_PASSWORD" |
            grafana cli --homepath /usr/share/grafana admin reset-admin-password --password-from-stdin >/tmp/password.log 2>&1 ||
            cat /tmp/password.log >&2
    fi
fi

{
    until wget -q -O /dev/null http://127.0.0.1:3000/api/health 2>/dev/null; do sleep 1; done
    echo "Grafana is at $GF_SERVER_ROOT_URL"
} &

exec /run.sh "$@"
