#!/usr/bin/env bash
# Build the deployment, run it, kill a worker, and count: does it do what it promises on this machine?
# Needs Docker with Compose v2 and nothing else. Takes a few minutes, most of them the build.
# Runs beside anything else: its own project, image tag and port. Removes all of it at the end.
#
#   deploy/check.sh            exit 0 if every step held, else 1, with the logs of the services
#   KEEP=1 deploy/check.sh     leave it running afterwards, to look around
set -euo pipefail
cd "$(dirname "$0")/.."

MOST_MEGABYTES=600
MOST_SECONDS_TO_EVENT=60
MOST_SECONDS_TO_RETURN=30
PATIENCE=180

# A worker reads PARLEY_* and would refuse what it does not know; the check has settings of its own.
unset "${!PARLEY_@}"
project=parley-check-$$
export IMAGE_TAG=check-$$
image=parley:$IMAGE_TAG
figures=()

compose() { docker compose --project-name "$project" "$@"; }
# In a worker that runs: to make a container for it takes seconds that are not Parley's.
parley_in() { compose exec -T worker parley "$@"; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }
within() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a <= b) }'; }
step() { printf '\n== %s\n' "$*"; }
seen() { figures+=("$*"); printf '   %s\n' "$*"; }
fail() { printf '\nFAILED: %s\n' "$*" >&2; exit 1; }

free_port() {
  local port
  for port in $(seq 39092 39192); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  fail "no free port between 39092 and 39192"
}

wait_until() {  # wait_until SECONDS COMMAND...: poll until it succeeds
  local deadline=$((SECONDS + $1)); shift
  until "$@"; do ((SECONDS < deadline)) || return 1; sleep 0.5; done
}

clean_up() {
  local code=$?
  trap - EXIT
  if ((code)); then
    step "what the services said last"
    compose logs --tail 40 2>&1 || true
  fi
  if [ -n "${KEEP:-}" ]; then
    echo "left running: docker compose --project-name $project ps"
    exit "$code"
  fi
  step "removing it"
  compose down --volumes --remove-orphans --timeout 10 >/dev/null 2>&1 || code=1
  docker image rm "$image" >/dev/null 2>&1 || true
  left=$(docker ps -aq --filter "label=com.docker.compose.project=$project"
         docker volume ls -q --filter "label=com.docker.compose.project=$project")
  [ -z "$left" ] || { echo "left behind: $left" >&2; code=1; }
  if ((code == 0)); then
    step "all held"
    printf '   %s\n' "${figures[@]}"
  fi
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Read through the port that is published on this machine, by a client outside Compose's network.
parley_here() {
  local parley
  parley=$(command -v .venv/bin/parley || command -v parley || true)
  if [ -n "$parley" ]; then
    PARLEY_BOOTSTRAP=localhost:$KAFKA_HOST_PORT "$parley" "$@"
  else
    docker run --rm --network host -e "PARLEY_BOOTSTRAP=localhost:$KAFKA_HOST_PORT" "$image" "$@"
  fi
}

healthy() {
  local id
  id=$(compose ps -q kafka)
  [ -n "$id" ] && [ "$(docker inspect -f '{{.State.Health.Status}}' "$id")" = healthy ]
}

state() { docker inspect -f '{{.State.Status}}' "$(compose ps --all -q "$1")"; }
running() { [ "$(state "$1")" = running ]; }
ended() { [ "$(state "$1")" = exited ]; }
lives_again() {
  [ "$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "$1")" = "true 1" ] &&
    [ "$(docker inspect -f '{{.State.StartedAt}}' "$1")" != "$2" ]
}

# How many workers share the partitions, as Kafka sees it.
members() {
  local lines
  lines=$(compose exec -T kafka env KAFKA_HEAP_OPTS=-Xmx128m /opt/kafka/bin/kafka-consumer-groups.sh \
    --bootstrap-server kafka:9092 --describe --group parley --members 2>/dev/null | grep -c '^parley ')
  [ "${lines:-0}" -eq "$1" ]
}

KAFKA_HOST_PORT=${KAFKA_HOST_PORT:-$(free_port)}
export KAFKA_HOST_PORT

step "build the image"
started=$(now)
compose build
megabytes=$(($(docker image inspect -f '{{.Size}}' "$image") / 1000000))
seen "image: $megabytes MB, built in $(since "$started") s"
((megabytes < MOST_MEGABYTES)) || fail "the image is larger than $MOST_MEGABYTES MB"
user=$(docker image inspect -f '{{.Config.User}}' "$image")
[ "${user%%:*}" -gt 0 ] || fail "the image runs as root"

step "start everything"
started=$(now)
compose up --detach --no-build >/dev/null 2>&1 </dev/null &
up=$!
wait_until "$PATIENCE" healthy || fail "Kafka was not healthy after $PATIENCE s"
kafka_healthy=$(now)
seen "Kafka: healthy $(since "$started") s after the start"
wait "$up" || fail "the services did not start"

step "the first event, inside and from this machine"
parley_in tail events --from-beginning --count 1 || fail "no event inside"
seconds=$(since "$kafka_healthy")
seen "first event: printed $seconds s after Kafka was healthy"
within "$seconds" "$MOST_SECONDS_TO_EVENT" || fail "that is more than $MOST_SECONDS_TO_EVENT s"
parley_here tail events --from-beginning --count 1 >/dev/null || fail "no event at localhost"
seen "first event: also read at localhost:$KAFKA_HOST_PORT"

step "a worker crashes in the middle of the feed"
running feed || fail "the feed was over before a worker could be killed"
crashed=$(compose ps -q worker | sed -n 1p)
lives=$(docker inspect -f '{{.State.StartedAt}}' "$crashed")
started=$(now)
# From inside, as a crash would; after `docker kill` an engine takes it that somebody wanted it dead.
docker exec "$crashed" python -c 'import os; os.kill(-1, 9)' || true
wait_until "$MOST_SECONDS_TO_RETURN" lives_again "$crashed" "$lives" || fail "it did not come back"
seen "crashed worker: started again by itself after $(since "$started") s"
wait_until "$PATIENCE" members 2 || fail "two workers do not share the partitions"
seen "crashed worker: shares the partitions again after $(since "$started") s"

step "the other worker is killed for good"
killed=$(compose ps -q worker | grep -v "$crashed" | sed -n 1p)
started=$(now)
docker kill --signal KILL "$killed" >/dev/null
wait_until "$PATIENCE" members 1 || fail "nobody took its partitions over"
seen "killed worker: its partitions were taken over after $(since "$started") s"

step "every article has exactly one outcome"
wait_until "$PATIENCE" ended feed || fail "the feed did not end"
articles=$(cat streams/demo/samples/*.jsonl | grep -c .)
counted=$(docker exec -i "$crashed" python - "$PATIENCE" < deploy/outcomes.py) ||
  fail "${counted:-no outcomes could be read}"
seen "outcomes: $counted"
[[ $counted == "fed $articles,"* ]] || fail "$articles articles were to be fed"

step "the killed worker is put back"
compose up --detach --no-build --no-deps worker >/dev/null 2>&1
wait_until "$PATIENCE" members 2 || fail "two workers do not share the partitions"
# shellcheck disable=SC2046  # one id a word
seen "memory of the workers: $(docker stats --no-stream --format '{{.MemUsage}}' \
  $(compose ps -q worker) | cut -d/ -f1 | paste -sd,)"

step "an orderly stop"
started=$(now)
workers=$(compose ps -q worker)
compose stop worker >/dev/null 2>&1
# shellcheck disable=SC2086  # one id a word
codes=$(docker inspect -f '{{.State.ExitCode}}' $workers | paste -sd ' ')
seen "workers: stopped in $(since "$started") s with codes $codes"
[ "$codes" = "0 0" ] || fail "a worker did not end in good order"
