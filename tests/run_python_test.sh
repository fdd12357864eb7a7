#!/bin/bash
# run_python_test.sh TEST.py PROGRAM SAMPLE: runs a test of this folder with
# Debian's own interpreter.
set -euo pipefail
export RASHOMON_PROGRAM=$2
RASHOMON_SAMPLES=$(cd "$(dirname "$3")" && pwd)
export RASHOMON_SAMPLES
export PYTHONDONTWRITEBYTECODE=1
exec /usr/bin/python3 "$1"
