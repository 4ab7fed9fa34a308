"""The Debian packages that cpack makes: their files and what they depend on; then a bare Debian 12 in a chroot, where they are
installed, a model is compiled and run, and a C program, built with what libaic-dev has, runs it; and removed again.

    check_packages.py WORK_FOLDER BUILD_FOLDER

Root, debootstrap and a mirror of Debian (the machine's own sources) are needed. The model's numbers are those that it has outside.
"""
import filecmp, glob, os, re, shutil, subprocess, sys

import numpy as np

from check_install import FILES, TOP, VERSION, good, say

PACKAGES = {"runtime": f"libaic-runtime{VERSION.split('.')[0]}", "compiler": "aic", "development": "libaic-dev", "python": "python3-aic"}


def file_of(component):
    return f"{PACKAGES[component]}_{VERSION}_{'all' if component == 'python' else 'amd64'}.deb"


def check_contents(packages):
    for component, name in PACKAGES.items():
        deb = f"{packages}/{file_of(component)}"
        listed = {line.split(None, 5)[5] for line in good("dpkg-deb", "--contents", deb).splitlines()}
        found = {re.sub(r" -> .*", "", name) for name in listed if not name.endswith("/")}
        found = {re.sub(r"^\./usr/", "", name) for name in found}
        found = {re.sub(r"^lib(/[^/]+-linux-gnu)?(?=/)", "LIB", name) for name in found}
        assert found == FILES[component], f"{name}: {sorted(found ^ FILES[component])}"
    depends = good("dpkg-deb", "--field", f"{packages}/{file_of('runtime')}", "Depends")
    assert re.fullmatch(r"libc6 \(>= [0-9.]+\)\n", depends), depends


def mirror():
    """Where this machine has Debian 12 from."""
    for path in glob.glob("/etc/apt/sources.list") + glob.glob("/etc/apt/sources.list.d/*"):
        found = re.search(r"https?://\S+/debian(?=/?\s)", open(path, errors="replace").read())
        if found:
            return found.group()
    return "http://deb.debian.org/debian"


def bare_debian(root):
    good("debootstrap", "--variant=minbase", "bookworm", root, mirror())
    security = mirror().replace("/debian", "/debian-security") if mirror().endswith("/debian") else "http://deb.debian.org/debian-security"
    with open(f"{root}/etc/apt/sources.list", "w") as sources:
        sources.write(f"deb {mirror()} bookworm main\ndeb {security} bookworm-security main\n")


def inside(root, command):
    """What `command` prints there; /proc is mounted for as long."""
    return good("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "unshare", "--mount", "--fork", "sh", "-c", 'mount -t proc proc "$0/proc" && exec chroot "$0" sh -euc "$1"', root,
                f"export DEBIAN_FRONTEND=noninteractive LC_ALL=C; cd /tmp; {command}")


def check_library(work, root, build):
    """A model as a C library, made there, is what is made here; a program with it runs there."""
    emit = "--weights random:1 --emit c-library --with-runtime --target-cpu native"
    inside(root, f"aic compile mlp.graph {emit} -o lib")
    shutil.copy(f"{TOP}/examples/mlp.graph", work)
    good(f"{build}/bin/aic", "compile", "mlp.graph", *emit.split(), "-o", "lib", cwd=work)
    for name in os.listdir(f"{work}/lib"):
        assert filecmp.cmp(f"{work}/lib/{name}", f"{root}/tmp/lib/{name}", shallow=False), name
    with open(f"{work}/main.c", "w") as file:
        file.write('#include "mlp.h"\n#include <stdio.h>\n'
                   "int main(void) {\n  mlp_inputs in = {{1, -1, 0.5f, 2, 0, 1, -2, 3}};\n  mlp_outputs out;\n  mlp* model;\n"
                   "  if (mlp_create(&model) || mlp_run(model, &in, &out)) return puts(mlp_last_error()), 1;\n"
                   '  printf("%.9g\\n", out.y[0]);\n  mlp_destroy(model);\n}\n')
    good("cc", f"{work}/main.c", f"-I{root}/tmp/lib", f"-L{root}/tmp/lib", "-lmlp", "-static", "-o", f"{root}/tmp/linked")
    found = float(inside(root, "./linked"))
    np.save(f"{root}/tmp/x.npy", np.array([[1, -1, 0.5, 2, 0, 1, -2, 3]], "f4"))
    inside(root, "aic run mlp.aic --input x=x.npy --output y=y.npy")
    assert np.float32(found) == np.load(f"{root}/tmp/y.npy").item(), found


def check_python(root):
    """The package for Python runs a model, and compiles one."""
    code = """import aic, numpy
x, wanted = numpy.load("x.npy"), numpy.load("y.npy")
for model in aic.load("mlp.aic"), aic.compile("mlp.graph", weights="random:1"):
    print((model.run(x=x).y == wanted).all())
"""
    with open(f"{root}/tmp/try.py", "w") as file:
        file.write(code)
    found = inside(root, "python3 try.py")
    assert found == "True\nTrue\n", found


def main(work, build):
    shutil.rmtree(work, ignore_errors=True)
    packages, root, unpacked = f"{work}/packages", f"{work}/debian", f"{work}/unpacked"
    os.makedirs(packages)
    good("cpack", "--config", f"{build}/CPackConfig.cmake", "-B", packages)
    check_contents(packages)
    debs = [file_of(component) for component in PACKAGES]

    # A program, by what libaic-dev has.
    for deb in debs:
        good("dpkg-deb", "--extract", f"{packages}/{deb}", unpacked)
    pkgconfig = glob.glob(f"{unpacked}/usr/lib/**/pkgconfig", recursive=True)[0]
    flags = good("pkg-config", "--cflags", "--libs", "aic", env={**os.environ, "PKG_CONFIG_PATH": pkgconfig}).split()
    good("cc", f"{TOP}/examples/run.c", "-o", f"{work}/program", *flags)

    bare_debian(root)
    for path in [f"{packages}/{deb}" for deb in debs] + [f"{work}/program", f"{TOP}/examples/mlp.graph"]:
        shutil.copy(path, f"{root}/tmp")
    inside(root, "apt-get update -qq; apt-get install -qq --no-install-recommends " + " ".join(f"./{deb}" for deb in debs))
    inside(root, "aic compile mlp.graph --weights random:1 -o mlp.aic")
    there = inside(root, "aic run mlp.aic --input x=random:7"), inside(root, "./program mlp.aic")
    good(f"{build}/bin/aic", "compile", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "-o", f"{work}/mlp.aic")
    here = good(f"{build}/bin/aic", "run", f"{work}/mlp.aic", "--input", "x=random:7")
    assert there[0] == here, f"{there[0]}\nand outside\n{here}"
    assert re.search(r"-?\d+\.\d+", there[1]), there[1]
    check_library(work, root, build)
    check_python(root)
    inside(root, f"apt-get purge -qq {' '.join(PACKAGES.values())}; ! find /etc /usr /var \\( -name 'aic*' -o -name 'libaic*' \\) | grep .")
    shutil.rmtree(work)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
