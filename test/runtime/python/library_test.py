"""Where the library is looked for and which is taken, and each status as an exception: with libraries made here that say what is asked."""
import os, shutil, subprocess, sys, unittest
from models import TOP
from aic import _errors, _library

HERE = f"{TOP}/runtime/python"


def library(path, version, without=()):
    """A library of that version, which returns the number that the path of a model is."""
    special = {"aic_version": f'const char* aic_version(void) {{ return "{version}"; }}',
               "aic_last_error": 'const char* aic_last_error(void) { return "what the library says"; }',
               "aic_status_name": 'const char* aic_status_name(unsigned status) { return status == 3 ? "AIC_THREE" : "AIC_?"; }',
               "aic_model_open_with": "unsigned aic_model_open_with(const struct { unsigned bytes, flags; const char* path; }* options) { return atoi(options->path); }"}
    lines = [special.get(name, f"void {name}(void) {{}}") for name in _library._ARGUMENTS if name not in without]
    with open(f"{path}.c", "w") as file:
        file.write("#include <stdlib.h>\n" + "\n".join(lines) + "\n")
    subprocess.run(["cc", "-shared", "-fPIC", f"{path}.c", "-o", path], check=True)
    return os.path.abspath(path)


def package(folder):
    """The package in a folder of its own, outside of the source tree."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(f"{HERE}/aic", f"{folder}/aic", ignore=shutil.ignore_patterns("__pycache__"))
    return os.path.abspath(folder)


def python(program, package=HERE, **environment):
    """What a new process prints, or the last line of its traceback."""
    clean = {name: value for name, value in os.environ.items() if name not in ("AIC_LIBRARY", "AIC_PROGRAM", "LD_LIBRARY_PATH", "PYTHONPATH")}
    done = subprocess.run([sys.executable, "-c", program], env={**clean, "PYTHONPATH": package, **environment}, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)
    return done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


PATH = "import aic; print(aic.library_path(), aic.library_version())"


class Library(unittest.TestCase):
    def test_each_status(self):
        path = library("says.so", "0.9.9")
        said = python("import aic\nfor status in range(1, 14):\n  try:\n    aic.load(str(status))\n  except aic.Error as e:\n"
                      "    print(type(e).__name__, e.status, e.status_name, e, sep='|')", AIC_LIBRARY=path).splitlines()
        for status in range(1, 14):
            kind = _errors.CLASSES[status].__name__ if status < 13 else "Error"
            self.assertEqual(said[status - 1], f"{kind}|{status}|{'AIC_THREE' if status == 3 else 'AIC_?'}|what the library says")

    def test_what_is_taken(self):
        self.assertIn(f"/lib/{_library.SONAME} ", python(PATH) + " ")  # Of the source tree's build.
        chosen = library("chosen.so", "0.1.0")
        self.assertEqual(python(PATH, AIC_LIBRARY=chosen), f"{chosen} 0.1.0")
        alone = package("alone")
        self.assertRegex(python(PATH, alone, LD_LIBRARY_PATH="/nowhere"), f"LibraryError: {_library.SONAME} cannot be loaded .set AIC_LIBRARY to the .*No such file")
        os.makedirs("system", exist_ok=True)
        library(f"system/{_library.SONAME}", "0.7.0")
        self.assertEqual(python(PATH, alone, LD_LIBRARY_PATH=os.path.abspath("system")), f"{_library.SONAME} 0.7.0")
        beside = library(f"alone/aic/{_library.SONAME}", "0.8.0")
        self.assertEqual(python(PATH, alone, LD_LIBRARY_PATH=os.path.abspath("system")), f"{beside} 0.8.0")
        self.assertEqual(python(PATH, alone, AIC_LIBRARY=chosen), f"{chosen} 0.1.0")

    def test_what_is_refused(self):
        self.assertRegex(python(PATH, AIC_LIBRARY="no/such.so"), r"LibraryError: no/such.so cannot be loaded \(AIC_LIBRARY says so\): .*No such file")
        self.assertRegex(python(PATH, AIC_LIBRARY=library("major.so", "1.0.0")), r"major.so has version 1.0.0, this package 0\..*: the first numbers must be equal")
        self.assertRegex(python(PATH, AIC_LIBRARY=library("old.so", "0.0.1", {"aic_session_run_entry"})),
                         r"old.so, version 0.0.1, has no aic_session_run_entry: it is older than this package")
        self.assertRegex(python(PATH, AIC_LIBRARY=library("other.so", "", {"aic_version"})), r"other.so is not libaic_runtime: it has no aic_version")
        self.assertRegex(python("import aic; aic.compile('x.graph')", package("lonely"), PATH="/nowhere"), "the compiler `aic` is not on the PATH")

    def test_importing_loads_nothing(self):
        self.assertEqual(python("import aic; print(aic.__version__)", AIC_LIBRARY="no/such.so"), _library.VERSION)


if __name__ == "__main__":
    unittest.main()
