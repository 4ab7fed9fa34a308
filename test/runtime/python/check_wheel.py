"""The wheel that Debian's setuptools makes holds the package alone, and works where it is unpacked.

    check_wheel.py WORK_FOLDER BUILD_FOLDER
"""
import glob, os, shutil, subprocess, sys, zipfile
from models import TOP
import aic

CODE = """
import aic, numpy
print(aic.library_path(), aic.__file__)
print(aic.load("mlp.aic").run(numpy.zeros((1, 8), "f4")).y.shape)
"""


def main():
    work, build = map(os.path.abspath, sys.argv[1:])
    shutil.rmtree(work, ignore_errors=True)
    # setuptools writes beside the sources: a copy.
    shutil.copytree(f"{TOP}/runtime/python", f"{work}/source", ignore=shutil.ignore_patterns("__pycache__", "build", "dist", "*.egg-info"))
    subprocess.run([sys.executable, "-c", f"from setuptools import build_meta; build_meta.build_wheel('{work}')"], cwd=f"{work}/source", check=True,
                   stdout=subprocess.DEVNULL)
    wheel, = glob.glob(f"{work}/*.whl")
    assert os.path.basename(wheel) == f"aic-{aic.__version__}-py3-none-any.whl", wheel
    modules = {os.path.basename(path) for path in glob.glob(f"{TOP}/runtime/python/aic/*.py")}
    with zipfile.ZipFile(wheel) as opened:
        assert set(opened.namelist()) >= {f"aic/{name}" for name in modules | {"py.typed"}}, opened.namelist()
        assert all(name.startswith(("aic/", "aic-")) for name in opened.namelist()), opened.namelist()
        opened.extractall(f"{work}/site")
    shutil.copy(f"{build}/lib/libaic_runtime.so.0", f"{work}/site/aic")
    subprocess.run(["aic", "compile", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "-o", f"{work}/mlp.aic"], check=True)
    environment = {name: value for name, value in os.environ.items() if name != "AIC_LIBRARY"}
    said = subprocess.run([sys.executable, "-c", CODE], cwd=work, env={**environment, "PYTHONPATH": f"{work}/site"}, check=True,
                          stdout=subprocess.PIPE, text=True).stdout.split()
    assert said == [f"{work}/site/aic/libaic_runtime.so.0", f"{work}/site/aic/__init__.py", "(1,", "1)"], said


if __name__ == "__main__":
    main()
