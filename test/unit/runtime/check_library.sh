#!/bin/sh
# check_library.sh LIBRARY STRIP NM READELF HEADER: the shared runtime is under 300 KB stripped, exports aic_* and gdb's two names alone, needs nothing
# but libc, and has aic.h's version in its name.
set -eu
library=$1 strip=$2 nm=$3 readelf=$4 header=$5
stripped=$(mktemp)
trap 'rm -f "$stripped"' EXIT
"$strip" -o "$stripped" "$library"
bytes=$(wc -c < "$stripped")
echo "stripped: $bytes bytes"
[ "$bytes" -lt 300000 ] || { echo "more than 300,000 bytes"; exit 1; }
exported=$("$nm" -D --defined-only "$library" | awk '{print $3}')
[ -n "$exported" ] || { echo "exports nothing"; exit 1; }
if echo "$exported" | grep -vE '^(aic_.*|__jit_debug_register_code|__jit_debug_descriptor)$'; then echo "exports the above"; exit 1; fi
if "$readelf" -d "$library" | grep NEEDED | grep -vE 'libc\.so|ld-linux'; then echo "needs the above"; exit 1; fi
version() { sed -n "s/^#define AIC_VERSION_$1 //p" "$header"; }
[ "$(basename "$library")" = "libaic_runtime.so.$(version MAJOR).$(version MINOR).$(version PATCH)" ] || { echo "$library has another version than $header"; exit 1; }
"$readelf" -d "$library" | grep SONAME | grep -qF "[libaic_runtime.so.$(version MAJOR)]" || { echo "its soname is not libaic_runtime.so.$(version MAJOR)"; exit 1; }
