"""weight_bytes.py A.aic B.aic FACTOR: the weights of B take at most so many times the bytes of A's, and not fewer."""
import json
import subprocess
import sys

a, b = (json.loads(subprocess.run(["aic", "inspect", name, "--json"], check=True, capture_output=True).stdout)["weight_bytes"]
        for name in sys.argv[1:3])
assert a <= b <= float(sys.argv[3]) * a, (a, b)
