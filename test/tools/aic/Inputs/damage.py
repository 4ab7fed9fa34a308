"""damage.py FROM SECTION TO: copies an artifact with one bit of a section flipped, in a byte that is not zero."""
import json
import subprocess
import sys

source, kind, target = sys.argv[1:]
sections = json.loads(subprocess.check_output(["aic", "inspect", source, "--json"]))["sections"]
section = next(s for s in sections if s["kind"] == kind)
data = bytearray(open(source, "rb").read())
at = next(i for i in range(section["offset"], section["offset"] + section["bytes"]) if data[i])
data[at] ^= 1
open(target, "wb").write(data)
