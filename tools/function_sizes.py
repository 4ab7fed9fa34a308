#!/usr/bin/env python3
"""Functions of more than 80 lines in C and C++ that clang-format has formatted: by their indentation, in a moment.
clang-tidy's readability-function-size takes 3 seconds a file, as it asks for the parents of what is in MLIR's headers.

  tools/function_sizes.py [--most N] FILE...      prints them as file:line: N lines: how it begins; exit 1 if there are some
"""
import argparse
import re
import sys

NO_FUNCTION = re.compile(r"\s*(namespace|extern|class|struct|enum|union|template <.*> (class|struct)|typedef)\b")


def long_blocks(lines, most):
    """(first line, lines, text of the first line) of each block of statements that is too long, and in no other such."""
    begun = None  # the first line of a declaration or statement: number, text, indentation
    opened = {}   # blocks that are open, by their indentation
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith(("#", "//")):
            continue
        indentation = len(line) - len(line.lstrip())
        if text.startswith("}"):
            if indentation in opened:
                first, how = opened.pop(indentation)
                if number - first + 1 > most and not opened:
                    yield first, number - first + 1, how
            begun = None
            if not text.endswith("{"):  # else: } else {
                continue
        for inner in [at for at in opened if at >= indentation]:
            del opened[inner]
        if begun is None or indentation <= begun[2]:
            begun = number, text, indentation
        if text.endswith("{"):
            if not NO_FUNCTION.match(begun[1]) and not text.endswith("= {"):
                opened[begun[2]] = begun[:2]
            begun = None
        elif text.endswith((";", "}", ":")):
            begun = None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=80, metavar="N")
    parser.add_argument("files", nargs="+", metavar="FILE")
    options = parser.parse_args()
    found = 0
    for path in options.files:
        with open(path, encoding="utf-8") as file:
            for first, count, how in long_blocks(file.read().splitlines(), options.most):
                print(f"{path}:{first}: {count} lines: {how}")
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
