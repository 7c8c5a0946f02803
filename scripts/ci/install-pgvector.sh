#!/usr/bin/env bash
# pgvector has no package in Debian 12: take the source package of a newer suite from this system's own mirror and
# build it against PostgreSQL 15. Does nothing where it is installed already.
set -euo pipefail

[ -f /usr/share/postgresql/15/extension/vector.control ] && exit 0

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 '/debian/\?$')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
cat > "$work/sources.list" <<LIST
deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main
LIST
options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o "Dir::Etc::sourceparts=-" -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache")
apt-get "${options[@]}" update -qq
cd "$work"
apt-get "${options[@]}" source --download-only -qq pgvector
tar -xzf pgvector_*.orig.tar.gz
cd pgvector-*/
make -s -j"$(nproc)" OPTFLAGS="" PG_CONFIG=/usr/lib/postgresql/15/bin/pg_config
make -s install PG_CONFIG=/usr/lib/postgresql/15/bin/pg_config
