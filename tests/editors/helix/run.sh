#!/bin/bash
# Drives a real Helix in tmux with editors/helix/languages.toml. Prints a PASS or FAIL line a check.
# usage: COPYDESK=/path/to/copydesk run.sh HX [ARGUMENT…]
set -u
HERE=$(cd "$(dirname "$0")" && pwd)
HOME=$(mktemp -d)
export HOME XDG_CONFIG_HOME=$HOME/config XDG_CACHE_HOME=$HOME/cache LC_ALL=C.UTF-8
PATH=$(dirname "$COPYDESK"):$PATH
FAILURES=0
mkdir -p "$HOME/articles" "$XDG_CONFIG_HOME/helix"
trap 'tmux -L "helix$$" kill-server 2>/dev/null; rm -rf "$HOME"' EXIT
cp "$HERE/../fixtures/"{market.txt,bridge.md} "$HOME/articles/"
cp "$HERE/../../../editors/helix/languages.toml" "$XDG_CONFIG_HOME/helix/"
cat > "$XDG_CONFIG_HOME/helix/config.toml" <<'C'
[editor]
idle-timeout = 50
end-of-line-diagnostics = "hint"
[editor.inline-diagnostics]
cursor-line = "hint"
other-lines = "hint"
C

tm() { tmux -L "helix$$" -f /dev/null "$@"; }

screen() { tm capture-pane -p -t s; }

check() {
  if [ "$2" = 0 ]; then echo "PASS $1"; else
    echo "FAIL $1"
    screen
    FAILURES=$((FAILURES + 1))
  fi
}

# Waits up to 15 seconds until the screen shows a pattern.
shows() {
  for _ in $(seq 150); do
    screen | grep -q -- "$1" && return
    sleep 0.1
  done
  return 1
}

keys() {
  tm send-keys -t s "$@"
  sleep 0.3
}

literal() { tm send-keys -t s -l "$1"; }

# Waits until a message stands under the line that holds a text.
marked() {
  for _ in $(seq 150); do
    screen | grep -A 2 -- "$1" | grep -q '[└├]─' && return
    sleep 0.1
  done
  return 1
}

open() {
  (cd "$HOME/articles" && tm new-session -d -s s -x 150 -y 60 "$(printf '%q ' "${HX[@]}") -v --log $HOME/log $1")
  shows "$(basename "$1")" || true
}

go_to() {
  keys /
  literal "$1"
  keys Enter
}

# A key right after Escape would be read as one with Alt.
quits() {
  keys Escape
  keys :
  literal 'q!'
  keys Enter
  for _ in $(seq 50); do
    tm has-session -t s 2>/dev/null || return 0
    sleep 0.1
  done
  return 1
}

HX=("$@")
open market.txt
marked 'Experts argue'
check "market.txt: a message under its line" $?
keys Space s
shows 'What Comes Next'
check "market.txt: the outline" $?
keys Escape
go_to 'Aalto said'
keys Space k
shows 'Henrik Aalto'
check "market.txt: hover on a surname" $?
keys Escape
keys Escape
go_to 'older than the mayor'
keys o Enter
literal '😀 Critics say that the hall is too small. It has nine doors. It has one window.'
keys Escape
marked 'Critics say'
check "market.txt: a new finding while typing" $?
quits
check "market.txt: quits" $?
open bridge.md
# The list holds what the status line counts when it is opened.
shows '● [0-9]'
keys Space d
shows 'attribution/vague'
check "bridge.md: the list of findings" $?
keys Escape
quits
check "bridge.md: quits" $?
if grep -aq 'panick' "$HOME/log"; then grep -a 'panick' "$HOME/log"; FAILURES=1; fi
exit $((FAILURES > 0))
