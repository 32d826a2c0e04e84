#!/usr/bin/env bash
# Builds both images and tries docker-compose.yml on a real engine, the whole way from a line in a log to a sample in Prometheus
# and to a webhook; `./verify --images` comes here. Takes minutes. Where no engine answers it starts one by hand, as root.
set -euo pipefail

cd "$(dirname "$(readlink -f "$0")")/../.."
source scripts/tools.sh
program='verify --images'
work=$(mktemp -d)
chmod 755 "$work"
source scripts/images/engine.sh
source scripts/images/stand-ins.sh
source scripts/images/checks.sh

export COMPOSE_PROJECT_NAME=training-exporter-verify
export EXPORTER_ADDRESS=127.0.0.1:19409 GRAFANA_ADDRESS=127.0.0.1:13000 PROMETHEUS_ADDRESS=127.0.0.1:19090
export ALERTMANAGER_ADDRESS=127.0.0.1:19093 TRAINER_ADDRESS=127.0.0.1:19410
unset LOGS GRAFANA_PASSWORD EXPORTER_URL GRAFANA_URL PROMETHEUS_URL ALERTMANAGER_URL COMPOSE_PROFILES COMPOSE_FILE

everything_down() {
    docker compose --profile trainer down -v --remove-orphans -t 5 >/dev/null 2>&1 || true
}

end() {
    local status=$?
    trap - EXIT
    if [ "$status" != 0 ] && engine_answers; then
        docker compose ps -a >&2 || true
        docker compose logs --tail 15 >&2 || true
    fi
    everything_down
    stop_engine
    rm -rf "$work"
    exit "$status"
}
trap end EXIT
trap 'exit 130' INT TERM

need curl curl
need_engine
everything_down

step "third-party images"
mapfile -t images < <({
    sed -nE 's/^FROM (--platform=\S+ )?(\S+).*/\2/p' exporter/Dockerfile trainer/Dockerfile
    docker compose config --images | grep -v '^training-exporter'
} | sort -u)
need_images "${images[@]}"
for image in "${images[@]}"; do
    case " ${stood_in[*]-} " in
        *" $image "*) note "$image: a stand-in" ;;
        *) note "$image" ;;
    esac
done

revision=$(git rev-parse --short HEAD)
step "both images are built"
docker compose --profile trainer build --build-arg REVISION="$revision" >"$work/build.log" 2>&1 || {
    tail -n 30 "$work/build.log" >&2
    fail "the images cannot be built"
}
check_image

step "with nothing set, it is the demo"
check_demo

step "the trainer is only added"
check_trainer

step "a directory of your own, from a line to a sample and to a webhook"
check_own

step "what is wrong is said"
check_faults

step "nothing is left"
check_nothing_left

engine_was=$([ -n "$engine" ] && echo "an engine started by hand" || echo "the engine that was there")
note "with $engine_was, Docker $(docker version --format '{{.Server.Version}}'), Compose $(docker compose version --short)"
if [ ${#stood_in[@]} -gt 0 ]; then note "Grafana itself was not tried: $(printf '%s\n' "${stood_in[@]}" | grep -c .) images are stand-ins"; fi
echo "$checks passed, 0 failed"
