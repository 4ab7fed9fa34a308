#!/usr/bin/python3
"""Load a file that has the names, types and shapes of a published checkpoint, with all that models do not use, as it is.

    run_checkpoint.py NAME CHECKPOINT WORK_FOLDER     NAME: a row of cases.py; needs `aic` on the path

CHECKPOINT: golden/CHECKPOINT.state_dict.json. The values are those of random:SEED, so the output must be that of the golden.
Prints what the compiler says: the warning that counts and names what is not used.
"""
import os, sys
import numpy as np
from cases import CASES, TOLERANCE
from run_golden import HERE, compile_case, difference, run_case


def main():
    name, checkpoint, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    case, golden = CASES[name]._replace(checkpoint=checkpoint), np.load(f"{HERE}/golden/{name}.npz")
    print(compile_case(case, f"{work}/{name}.aic"))
    off = difference(case, run_case(case, f"{work}/{name}.aic", golden, work, 2), golden)
    os.remove(f"{work}/{name}.aic")
    if not off <= TOLERANCE:
        sys.exit(f"off by {off:.1e}")


if __name__ == "__main__":
    main()
