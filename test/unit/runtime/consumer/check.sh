#!/bin/sh
# check.sh AIC BUILD READELF CMAKE_OPTION...: builds the project beside this file, with aic inside, where abseil, zlib and
# GoogleTest cannot be found; runs its programs; the library needs libc alone. Then aic by itself, without compiler and tests.
set -eu
aic=$1 build=$2 readelf=$3
shift 3
here=$(dirname "$0")
hidden="-DCMAKE_DISABLE_FIND_PACKAGE_absl=ON -DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON -DCMAKE_DISABLE_FIND_PACKAGE_GTest=ON"
rm -rf "$build"
cmake -S "$here" -B "$build" -G Ninja --no-warn-unused-cli -DAIC_SOURCE="$aic" $hidden "$@" > /dev/null
cmake --build "$build"
"$build/with_shared"
"$build/with_static"
for object in "$build/aic/lib/libaic_runtime.so" "$build/with_static"; do
  if "$readelf" -d "$object" | grep NEEDED | grep -vE '\[(libc\.so|ld-linux)'; then echo "$object needs the above"; exit 1; fi
done
cmake -S "$aic" -B "$build/alone" -G Ninja --no-warn-unused-cli -DAIC_BUILD_COMPILER=OFF -DAIC_BUILD_TESTS=OFF $hidden "$@" > /dev/null
