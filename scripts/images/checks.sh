# Sourced by verify.sh: what must hold of the images and of docker-compose.yml, in order.
# shellcheck shell=bash disable=SC2154

checks=0

step() {
    printf '== %s (%s s)\n' "$*" "$SECONDS"
}

note() {
    printf '   %s\n' "$*"
}

# holds WHAT COMMAND...: a check that is counted; it ends the script if the command fails.
holds() {
    "${@:2}" >"$work/said" 2>&1 || {
        head -c 2000 "$work/said" >&2
        fail "does not hold: $1"
    }
    checks=$((checks + 1))
    note "$1"
}

# within SECONDS COMMAND...: true once the command is, tried each half second.
within() {
    local until=$((SECONDS + $1))
    until "${@:2}"; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.5
    done
}

# grep_all ARG...: reads to the end, so that who writes does not fail.
grep_all() {
    grep "$@" >/dev/null
}

container() {
    docker compose ps -aq "$1"
}

health() {
    [ "$(docker inspect --format '{{.State.Health.Status}}' "$(container "$1")")" = "$2" ]
}

# reason TEXT: whether the exporter's health check has failed with it.
reason() {
    health exporter unhealthy && docker inspect --format '{{json .State.Health.Log}}' "$(container exporter)" | grep_all -F -- "$1"
}

page() {
    curl -s --max-time 5 "http://$1"
}

# sample QUERY: the values that Prometheus has for it now, one a line.
sample() {
    curl -s --max-time 5 "http://$PROMETHEUS_ADDRESS/api/v1/query" --data-urlencode "query=$1" |
        grep -o '"value":\[[^]]*\]' | sed -E 's/.*,"(.*)"\]/\1/'
}

has_sample() {
    [ -n "$(sample "$1")" ]
}

logged() {
    docker compose logs --no-log-prefix "$1" 2>&1 | grep_all -E -- "$2"
}

never_logged() {
    ! logged "$@"
}

# all_down OPTION...: of docker compose down.
all_down() {
    docker compose "$@" down -t 10 && [ -z "$(of_project container ls -a)" ] && [ -z "$(of_project network ls)" ]
}

of_project() {
    docker "$@" -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME"
}

up() {
    docker compose "$@" up -d --wait --wait-timeout 240
}

# comes_up OPTION...: all of it is healthy; says how long that took.
comes_up() {
    local start=$SECONDS
    up "$@" >"$work/up.log" 2>&1 || {
        tail -n 20 "$work/up.log" >&2
        fail "does not come up"
    }
    holds "up, and all of it is healthy after $((SECONDS - start)) s" true
}

check_image() {
    local image=training-exporter:0.1.0 base layers
    base=$(docker image inspect --format '{{.Size}}' "$(sed -nE 's/^FROM (eclipse-temurin\S+).*/\1/p' exporter/Dockerfile)")
    layers=$((($(docker image inspect --format '{{.Size}}' "$image") - base) / 1000000))
    holds "the exporter's image adds $layers MB to its base, at most 150" test "$layers" -le 150
    holds "it does not run as root" test "$(docker image inspect --format '{{.Config.User}}' "$image")" = 1000:1000
    holds "its labels name the revision" grep_all "$revision" \
        <(docker image inspect --format '{{json .Config.Labels}}' "$image")
    holds "its list of parts names Undertow" grep_all '"undertow-core"' \
        <(docker run --rm --entrypoint cat "$image" training-exporter.cdx.json)
    holds "it starts from an AOT cache" grep_all 'Using AOT-linked classes: true' \
        <(docker run --rm -e JDK_JAVA_OPTIONS=-Xlog:aot "$image" --version 2>&1)
    holds "it runs on Java 25" grep_all 'java 25' <(docker run --rm "$image" --version)
}

check_demo() {
    local path
    comes_up
    holds "Grafana's log says where it is" within 20 logged grafana "Grafana is at http://$GRAFANA_ADDRESS"
    holds "it is seen without a login" logged grafana 'GF_AUTH_ANONYMOUS_ENABLED=true'
    holds "it opens at the run's range" logged grafana 'GF_USERS_HOME_PAGE=/d/training-run\?from=[0-9]{13}&to=now'
    holds "the exporter has the made-up run and eight cards" within 60 has_demo
    holds "Prometheus has a sample of the run" within 60 has_sample 'training_step{run="moe-qlora-01"}'
    holds "and its past" within 60 has_sample 'training_step{run="moe-qlora-01"} offset 1h'
    path=$(demo_directories)
    docker kill -s KILL "$(container exporter)" >/dev/null
    docker compose start exporter >/dev/null 2>&1
    holds "killed and started again" within 60 health exporter healthy
    holds "it has deleted what the killed one left" test "$path" != "$(demo_directories)" -a "$(demo_directories | wc -l)" = 1
    GRAFANA_PASSWORD=open-sesame docker compose up -d grafana >/dev/null 2>&1
    holds "a password counts later too" within 30 docker compose exec -T grafana grep -q 'reset-admin-password.*open-sesame' \
        /var/lib/grafana/reset
    holds "down takes everything" all_down
}

has_demo() {
    page "$EXPORTER_ADDRESS/metrics" >"$work/metrics"
    grep_all '^training_step{run="moe-qlora-01",}' "$work/metrics" && [ "$(grep -c '^nvidia_gpu_temperature_celsius{' "$work/metrics")" -ge 8 ]
}

demo_directories() {
    docker compose exec -T exporter bash -c 'ls -d /tmp/training-exporter-demo*'
}

check_trainer() {
    comes_up --profile trainer
    holds "a training is started" curl -sf --max-time 10 "http://$TRAINER_ADDRESS/api/start" -H 'Content-Type: application/json' \
        -H "Origin: http://localhost:${TRAINER_ADDRESS##*:}" -H "Host: localhost:${TRAINER_ADDRESS##*:}" -d '{"epochs": 3}'
    holds "the exporter shows it as a run of the trainer" within 60 grep_page "$EXPORTER_ADDRESS/metrics" '^training_step{run="trainer/'
    holds "and the demo's name is as before" grep_page "$EXPORTER_ADDRESS/metrics" '^training_step{run="moe-qlora-01",}'
    holds "no trace was logged" never_logged trainer '^\s+at |Exception'
    holds "down takes the trainer too, if it names the project in place of the profile" all_down -p "$COMPOSE_PROJECT_NAME"
}

grep_page() {
    page "$1" | grep_all -- "$2"
}

# own_compose: the compose file with a receiver of alerts.
own_compose() {
    mkdir -p "$work/logs/llm/first" "$work/alertmanager"
    chmod -R a+rX "$work/logs"
    sed -e 's/receiver: nobody/receiver: webhook/' -e 's|https://hooks.example.org/training|http://webhook:8080/|' \
        -e 's/group_wait: .*/group_wait: 1s/' -e 's/smtp_auth_password_file: .*/smtp_auth_password: none/' \
        prometheus/alertmanager.yml >"$work/alertmanager/alertmanager.yml"
    cat >"$work/webhook.yml" <<COMPOSE
services:
  alertmanager:
    volumes: ["$work/alertmanager:/etc/prometheus:ro"]
  webhook:
    image: $(sed -nE 's/^FROM --platform=\S+ (maven\S+).*/\1/p' exporter/Dockerfile)
    entrypoint: [java, /webhook/Webhook.java]
    volumes: ["$PWD/scripts/images:/webhook:ro"]
    stop_grace_period: 1s
COMPOSE
    export COMPOSE_FILE=$PWD/docker-compose.yml:$work/webhook.yml LOGS=$work/logs
}

# line STEP LOSS: appends a record of now.
line() {
    printf '{"step": %s, "loss": %s, "timestamp": %s}\n' "$1" "$2" "$(date +%s.%N)" >>"$work/logs/llm/first/train.jsonl"
}

check_own() {
    local i
    own_compose
    for ((i = 1; i <= 60; i++)); do line "$i" "2.$((90 - i))"; done
    comes_up
    holds "Grafana asks for a login" never_logged grafana 'GF_AUTH_ANONYMOUS'
    holds "Prometheus has nothing of the demo" test -z "$(sample 'training_step{run=~"moe.*"}')"
    line 61 1.25
    holds "a line becomes a sample" within 45 test_sample 'training_loss{run="llm/first"}' 1.25
    line 62 NaN
    holds "NaN reaches the webhook" within 90 logged webhook TrainingNotFinite
    holds "the alert links to Grafana's address" logged webhook "http://$GRAFANA_ADDRESS/d/training-run\?var-run=llm"
    holds "and to the exporter's" logged webhook "http://$EXPORTER_ADDRESS/\?run=llm"
    docker compose restart -t 10 >/dev/null 2>&1
    holds "restarted, all of it is healthy again" up
    line 63 1.125
    holds "and goes on" within 60 test_sample 'training_loss{run="llm/first"}' 1.125
}

test_sample() {
    [ "$(sample "$1")" = "$2" ]
}

check_faults() {
    local config=$work/exporter
    cp -r deploy/compose/exporter "$config"
    chmod -R a+rX "$config"
    export EXPORTER_CONFIG=$config
    docker compose up -d exporter >/dev/null 2>&1
    holds "another config is taken" within 60 health exporter healthy
    holds "reload says that all is well" deploy/compose/reload
    printf 'log.level: loud\n' >"$config/new" && mv "$config/new" "$config/exporter.yml" # as an editor writes
    holds "reload says what is wrong with the exporter's config" fails_with 'log.level: expected' deploy/compose/reload exporter
    docker compose restart -t 5 exporter >/dev/null 2>&1
    holds "started with it, its health check says why" within 120 reason 'exporter.yml:1: log.level: expected error, warn, info or debug'
    holds "and its page" grep_page "$EXPORTER_ADDRESS/" 'log.level: expected'
    cp deploy/compose/exporter/exporter.yml "$config/new" && mv "$config/new" "$config/exporter.yml"
    holds "mended, it comes back by itself" within 90 health exporter healthy
    chmod 700 "$work/logs"
    holds "a directory that cannot be read fails the health check" within 120 reason "cannot read /logs"
    holds "and is named on the page" grep_page "$EXPORTER_ADDRESS/api/runs" 'AccessDenied\|Permission\|not be read\|unreadable'
    chmod 755 "$work/logs"
    holds "readable again, it is healthy" within 60 health exporter healthy
    sed -i 's/^route:/rout:/' "$work/alertmanager/alertmanager.yml"
    holds "reload names the mistake in alertmanager.yml" fails_with 'rout' deploy/compose/reload alertmanager
    docker compose restart -t 5 alertmanager prometheus >/dev/null 2>&1
    holds "with it Prometheus comes up all the same" within 60 health prometheus healthy
    holds "and Alertmanager's log has the reason" within 30 logged alertmanager 'rout not found'
    docker compose --profile trainer down -v -t 5 >/dev/null 2>&1
    unset EXPORTER_CONFIG
}

# fails_with TEXT COMMAND...: whether the command fails and says that.
fails_with() {
    local said
    if said=$("${@:2}" 2>&1); then
        echo "it does not fail: $said"
        return 1
    fi
    echo "$said"
    grep_all -F -- "$1" <<<"$said"
}

check_nothing_left() {
    everything_down
    unset LOGS COMPOSE_FILE
    everything_down
    holds "no container, no network, no volume" test -z "$(of_project container ls -a)$(of_project network ls)$(of_project volume ls)"
}
