#!/bin/bash
# VS Code's own web server, without native builds or postinstall scripts: npm's code-server carries it.
# usage: vscode.sh DIR   -> DIR/node_modules/code-server/lib/vscode/out/server-main.js, and playwright-core beside it
set -eu
DIR=$1
mkdir -p "$DIR"
cd "$DIR"
case "$(node -p 'process.versions.node.split(".")[0]')" in
  20) version=4.100.3 ;;
  22) version=4.117.0 ;;
  *) version=4.139.1 ;;
esac
[ -f package.json ] || echo '{"private":true}' > package.json

# npm's scripts would build native modules that the web server never loads.
npm_install() {
  for try in 1 2 3; do
    npm install --ignore-scripts --no-audit --no-fund --loglevel=error "$@" && return
    echo "npm failed (try $try of 3)" >&2
    sleep $((try * 5))
  done
  return 1
}
npm_install "code-server@$version" playwright-core@1 pngjs@7
cd node_modules/code-server/lib/vscode
npm_install --omit=dev
ln -sfn node_modules node_modules.asar

# Older releases fetch ripgrep in a postinstall script: Debian's does.
ripgrep=node_modules/@vscode/ripgrep
if [ -d $ripgrep ] && [ ! -e $ripgrep/bin/rg ] && command -v rg >/dev/null; then
  mkdir -p $ripgrep/bin
  ln -sf "$(command -v rg)" $ripgrep/bin/rg
fi
node out/server-main.js --version >/dev/null
touch "$DIR/.ready"
