#!/bin/bash
# Drives a real Neovim, headless, with the plugin of editors/neovim. Prints a PASS or FAIL line a check.
# usage: COPYDESK=/path/to/copydesk run.sh NVIM [ARGUMENT…]
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
HOME=$(mktemp -d)
export HOME COPYDESK
export XDG_CONFIG_HOME=$HOME/config XDG_STATE_HOME=$HOME/state XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache
export FIXTURES=$HERE/../fixtures PLUGIN=$HERE/../../../editors/neovim WORK=$HOME/articles
trap 'rm -rf "$HOME"' EXIT
mkdir -p "$WORK"
cp "$FIXTURES/bridge.md" "$WORK/"
sed 's/$/\r/' "$FIXTURES/market.txt" > "$WORK/market.txt"
timeout 180 "$@" --headless --clean -n -i NONE -c "luafile $HERE/drive.lua"
