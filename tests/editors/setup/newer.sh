#!/bin/bash
# Editors of another Debian suite without touching the system: downloads the packages with all they depend on (that
# suite's libc too) and unpacks them in DIR; no maintainer script runs. They start by `DIR/run PROGRAM …`.
# usage: newer.sh SUITE DIR PACKAGE…      e.g. newer.sh trixie ~/trixie neovim hx
set -eu
SUITE=$1
DIR=$2
shift 2
MIRROR=$(apt-get indextargets --format '$(SITE)' | grep -v security | head -n 1)
APT=$DIR/.apt
mkdir -p "$APT"/{lists/partial,cache/archives/partial}
: > "$APT/status"
KEY=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$KEY] $MIRROR $SUITE main" > "$APT/sources.list"
OPTIONS=(
  -o Dir::Etc::sourcelist="$APT/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
  -o Dir::State::lists="$APT/lists" -o Dir::State::status="$APT/status" -o Dir::Cache="$APT/cache"
  -o APT::Install-Recommends=0 -o APT::Get::List-Cleanup=0 -o APT::Sandbox::User=root
  -o Acquire::Languages=none -o Acquire::Retries=3 -o Debug::NoLocking=1
)
apt-get "${OPTIONS[@]}" -qq update
apt-get "${OPTIONS[@]}" -qq -y --download-only -t "$SUITE" install "$@" >/dev/null
for package in "$APT"/cache/archives/*.deb; do dpkg -x "$package" "$DIR"; done
rm -rf "$APT"

# The programs use their suite's loader and libraries; what they start (the language server) runs as usual.
cat > "$DIR/run" <<'W'
#!/bin/bash
ROOT=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
PROGRAM=$1
shift
MULTIARCH=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)
LIBRARIES=$ROOT/usr/lib/$MULTIARCH
LOADER=$(ls "$LIBRARIES"/ld-linux-*.so.* "$ROOT"/lib*/ld-linux-*.so.* 2>/dev/null | head -n 1)
[ -d "$ROOT/usr/share/nvim/runtime" ] && export VIMRUNTIME=$ROOT/usr/share/nvim/runtime
for runtime in "$ROOT/usr/lib/helix/runtime" "$ROOT/usr/share/helix/runtime"; do
  [ -d "$runtime" ] && export HELIX_RUNTIME=$runtime
done
export LUA_CPATH="$LIBRARIES/lua/5.1/?.so;;"
exec "$LOADER" --library-path "$LIBRARIES:$ROOT/lib/$MULTIARCH:$LIBRARIES/lua/5.1" "$ROOT/usr/bin/$PROGRAM" "$@"
W
chmod +x "$DIR/run"
touch "$DIR/.ready"
