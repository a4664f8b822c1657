#!/usr/bin/env bash
# How many pages a second the published program answers, asked by wrk on the same machine, and what memory it has afterwards.
#   tests/CoopMarket.Benchmarks/load.sh [-d SECONDS] [NAME=URL ...]
# Addresses that are named are asked before and after in the same run, to compare with. wrk, and for PostgreSQL its server, must be installed.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=15
while getopts "d:" o; do case $o in d) seconds=$OPTARG;; *) sed -n 2,4p "$0"; exit 2;; esac; done
shift $((OPTIND - 1))
work=$(mktemp -d) port=5091
chmod 755 "$work"
pid="" pg=""
finish() {
  [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
  [ -z "$pg" ] || runuser -u postgres -- "$pg/pg_ctl" -D "$work/pg" -m immediate -s stop || true
  rm -rf "$work"
}
trap finish EXIT

# Every page under an address of its own, in a currency that the market does not know and shows as đồng, so that no kept page answers.
cat >"$work/anew.lua" <<'LUA'
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end
function request()
  n = (n or 0) + 1
  local sign = string.find(wrk.path, "?", 1, true) and "&" or "?"
  return wrk.format("GET", wrk.path .. sign .. "currency=" .. id .. "x" .. n)
end
LUA

memory() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

# ask DATABASE NAME URL [SCRIPT [ACCEPT-ENCODING]]
ask() {
  local script=() out
  [ -z "${4:-}" ] || script=(-s "$4")
  [ -z "${5:-}" ] || script+=(-H "Accept-Encoding: $5")
  wrk -t2 -c32 -d5s --timeout 30s "${script[@]}" -H "X-Forwarded-Proto: https" "$3" >/dev/null
  out=$(wrk -t2 -c32 -d"${seconds}s" --latency --timeout 30s "${script[@]}" -H "X-Forwarded-Proto: https" "$3")
  awk -v d="$1" -v n="$2" -v m="$([ -n "$pid" ] && memory "$pid" || echo -)" '
    /^ +50%/ { p50 = $2 } /^ +99%/ { p99 = $2 } /requests in/ { all = $1; read = $5 } /Requests\/sec/ { a = $2 } /Non-2xx/ { wrong = $NF }
    END {
      unit = read ~ /GB/ ? 1073741824 : read ~ /MB/ ? 1048576 : 1024
      printf "| %s | %s | %.0f | %s | %s | %.1f | %d | %s |\n", d, n, a, p50, p99, read * unit / all / 1024, wrong, m
    }' <<<"$out"
}

compare() { for page in "$@"; do ask "-" "${page%%=*}" "${page#*=}"; done; }

dotnet publish src/CoopMarket.Web -c Release -p:RunAnalyzers=false -o "$work/program" -v quiet --nologo >/dev/null
# Becomes the market's program: the process is the one that is measured.
market() {
  cd "$work/program"
  # As deploy/coopmarket.service starts it.
  exec env MALLOC_ARENA_MAX=1 Market__DataDirectory="$work/$database" Market__PublicUrl=https://127.0.0.1 ASPNETCORE_URLS="http://127.0.0.1:$port" RateLimits__Factor=1000000 \
    Proxy__KnownNetworks=127.0.0.0/8 Logging__LogLevel__Default=Error "${settings[@]}" ASPNETCORE_ENVIRONMENT="$1" dotnet CoopMarket.Web.dll "${@:2}"
}

# Photos are made ready in the background after the start.
quiet() {
  local before=0 now
  for _ in $(seq 120); do
    now=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
    [ $((now - before)) -gt 25 ] || return 0
    before=$now
    sleep 5
  done
}

echo "| database | page | a second | p50 | p99 | KB | other than 200 | memory afterwards MB |"
echo "|---|---|---|---|---|---|---|---|"
compare "$@"
for database in SQLite PostgreSQL; do
  settings=()
  if [ "$database" = PostgreSQL ]; then
    pg=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
    install -d -o postgres "$work/pg"
    runuser -u postgres -- "$pg/initdb" -D "$work/pg" -A trust >/dev/null
    runuser -u postgres -- "$pg/pg_ctl" -D "$work/pg" -s -w -o "-p 5092 -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start
    runuser -u postgres -- "$pg/createdb" -h 127.0.0.1 -p 5092 market
    settings=(Database__Provider=Postgres "ConnectionStrings__Market=Host=127.0.0.1;Port=5092;Database=market;Username=postgres")
  fi
  mkdir -p "$work/$database"
  for verb in migrate "seed demo"; do
    # shellcheck disable=SC2086
    (market Development $verb >"$work/said" 2>&1) || { cat "$work/said" >&2; exit 1; }
  done
  market Production >"$work/said" 2>&1 &
  pid=$!
  site="http://127.0.0.1:$port"
  until curl -sf -o /dev/null -H "X-Forwarded-Proto: https" "$site/"; do kill -0 "$pid" || { cat "$work/said" >&2; exit 1; }; sleep 0.2; done
  sleep 15
  quiet
  echo "| $database | nobody asks | | | | | | $(memory "$pid") |"
  product=$(curl -s -H "X-Forwarded-Proto: https" "$site/products" | grep -o 'href="/p/[^"]*"' | head -1 | cut -d'"' -f2)
  ask "$database" "home, kept" "$site/"
  ask "$database" "product, kept" "$site$product"
  # As browsers ask; without these words wrk is sent a page that is not packed.
  ask "$database" "home, kept and packed" "$site/" "" "gzip, deflate, br, zstd"
  ask "$database" "product, kept and packed" "$site$product" "" "gzip, deflate, br, zstd"
  ask "$database" "home, anew" "$site/" "$work/anew.lua"
  ask "$database" "category with a facet, anew" "$site/c/mat-ong?season=on" "$work/anew.lua"
  ask "$database" "search, anew" "$site/search?q=mat+ong" "$work/anew.lua"
  ask "$database" "product, anew" "$site$product" "$work/anew.lua"
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  pid=""
done
compare "$@"
