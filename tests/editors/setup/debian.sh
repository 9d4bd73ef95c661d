#!/bin/bash
# Installs Debian packages, as root, trying three times.
# usage: debian.sh PACKAGE…
set -u
export DEBIAN_FRONTEND=noninteractive
for try in 1 2 3; do
  apt-get -qq update && apt-get -qq -y --no-install-recommends install "$@" >/dev/null && exit 0
  echo "apt-get failed (try $try of 3)" >&2
  sleep $((try * 5))
done
exit 1
