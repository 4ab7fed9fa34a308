#!/usr/bin/python3
"""Random ONNX models through aic and ONNX Runtime. README.md says what is compared; the last line is
"N passed, N failed, N skipped".

  random_models.py --seconds 60                fresh seeds
  random_models.py --minutes 60 --jobs 2       a sitting
  random_models.py --seed 7 --count 100        the same models again
  random_models.py --seed 7 --only 41          one of them
  random_models.py --case build/random/X.onnx  a model that was written
  random_models.py --seeds FOLDER              a small model of each row, for libFuzzer
"""
import argparse
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
TOP = os.path.normpath(os.path.join(HERE, "../../.."))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, help="of the first model; fresh if it is not given")
    parser.add_argument("--count", type=int, help="how many models")
    parser.add_argument("--only", type=int, help="this model of the seed alone")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--operator", help="every model has this operator")
    parser.add_argument("--nodes", type=int, help="at most so many rows a model")
    parser.add_argument("--empty", action="store_true", help="every model has tensors without elements")
    parser.add_argument("--cpu", help="for this CPU alone, as --target-cpu")
    parser.add_argument("--case", nargs="+", help="models that were written, with their data")
    parser.add_argument("--seeds", help="write a small model of each row into this folder, and do no more")
    parser.add_argument("--empty-cases", help="write one with a dimension of 0, and what ONNX Runtime gives, and do no more")
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--out", help="where failures are written (default: BUILD/random)")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    options.out = options.out or os.path.join(options.build, "random")
    if options.minutes:
        options.seconds = options.minutes * 60
    if options.only is None and not options.count and not options.seconds:
        options.seconds = 60.0
    if options.seed is None:
        options.seed = int.from_bytes(os.urandom(4), "little")
    return options


def main():
    options = arguments()
    try:
        import onnx  # noqa: F401
        import workers
        workers.install_onnx_runtime(os.path.join(options.build, "random/npm"))
    except Exception as problem:  # no package, no network: nothing was compared, and that is said
        print(f"random_models.py: ONNX Runtime cannot be had: {problem}")
        print("0 passed, 0 failed, 1 skipped")
        return 1
    if options.seeds:
        import seeds
        ort = workers.onnx_runtime(os.path.join(options.build, "random/npm"))
        seeds.write(options.seeds, ort)
        ort.close()
        return 0
    if options.empty_cases:
        import seeds
        aic, ort = workers.aic(options.build), workers.onnx_runtime(os.path.join(options.build, "random/npm"))
        failed = seeds.write_empty(options.empty_cases, aic, ort)
        print("\n".join(f"FAILED: {name}: {text}" for name, text in failed))
        return 1 if failed else 0
    import sitting
    return sitting.run(options, time.monotonic())


if __name__ == "__main__":
    sys.exit(main())
