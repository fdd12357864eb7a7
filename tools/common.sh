# Read by the other scripts of this folder (". common.sh"), never run.
# shellcheck shell=bash
set -euo pipefail

# The folder of the project, wherever the caller stands.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# Build results that a second clone can use again; removing it is safe.
disk_cache=${XDG_CACHE_HOME:-${HOME:-$root/.cache}/.cache}/rashomon/bazel

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$@"; exit 2; }

# Prints the comment block at the head of the calling script.
usage() { sed -n '2,/^$/{s/^# \{0,1\}//p}' "$0"; }

# bazel COMMAND ARGUMENT..., in the project, with the cache.
run_bazel() {
  local command=$1
  shift
  mkdir -p "$disk_cache"
  (cd "$root" && bazel "$command" --disk_cache="$disk_cache" "$@")
}
