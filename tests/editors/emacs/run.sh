#!/bin/bash
# Drives a real Emacs with eglot and editors/emacs/copydesk.el. Prints a PASS or FAIL line a check.
# usage: COPYDESK=/path/to/copydesk run.sh EMACS [ARGUMENT…]
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
HOME=$(mktemp -d)
export HOME COPYDESK
export PLUGIN=$HERE/../../../editors/emacs WORK=$HOME/articles
trap 'rm -rf "$HOME"' EXIT
mkdir -p "$WORK"
cp "$HERE/../fixtures/bridge.md" "$WORK/"
sed 's/$/\r/' "$HERE/../fixtures/market.txt" > "$WORK/market.txt"
timeout 120 "$@" -Q --batch -l "$HERE/drive.el"
