"""The package's structures, statuses and versions are aic.h's: sizes and offsets as the C compiler has them.

    check_structures.py WORK_FOLDER
"""
import ctypes, os, re, subprocess, sys

TOP = os.path.abspath(f"{os.path.dirname(os.path.abspath(__file__))}/../../..")
sys.path.insert(0, f"{TOP}/runtime/python")
import aic
from aic import _errors, _library, _tensors

STRUCTURES = {"aic_tensor_info": _library.TensorInfo, "aic_state_info": _library.StateInfo, "aic_entry_info": _library.EntryInfo,
              "aic_model_info": _library.ModelInfo, "aic_session_options": _library.SessionOptions, "aic_session_info": _library.SessionInfo,
              "aic_device_info": _library.DeviceInfo, "aic_signature": _library.SignatureInfo, "aic_open_options": _library.OpenOptions,
              "aic_input": _library.Buffer, "aic_output": _library.Buffer}


def c_values(work, expressions):
    """The values of C expressions, as the compiler sees them."""
    lines = "\n".join(f'  printf("%lld\\n", (long long)({expression}));' for expression in expressions)
    with open(f"{work}/values.c", "w") as file:
        file.write(f'#include "aic.h"\n#include <stdio.h>\nint main(void) {{\n{lines}\n}}\n')
    subprocess.run(["cc", f"-I{TOP}/runtime", f"{work}/values.c", "-o", f"{work}/values"], check=True)
    return dict(zip(expressions, map(int, subprocess.run([f"{work}/values"], check=True, stdout=subprocess.PIPE).stdout.split())))


def main():
    wanted = {}
    for name, made in STRUCTURES.items():
        wanted[f"sizeof({name})"] = ctypes.sizeof(made)
        for field, _ in made._fields_:
            wanted[f"offsetof({name}, {field})"] = getattr(made, field).offset
            wanted[f"sizeof((({name}*)0)->{field})"] = getattr(made, field).size
    header = open(f"{TOP}/runtime/aic.h").read()
    statuses = re.findall(r"^  (AIC_\w+) =\s+(\d+)", header[header.index("typedef enum aic_status"):header.index("} aic_status;")], re.M)
    assert sorted(int(number) for _, number in statuses) == [0, *sorted(_errors.CLASSES)], statuses
    for name, number in statuses[1:]:
        assert name in (_errors.CLASSES[int(number)].__doc__ or ""), f"{name} is not what {_errors.CLASSES[int(number)]} says"
    for index, name in enumerate(_tensors.NAMES):
        wanted[f"AIC_{name.upper()}"] = index
    wanted |= {"AIC_ALL_STATES": _library.ALL_STATES, "AIC_DEVICE_ANY": _library.DEVICE_ANY, "AIC_OPEN_VERIFY": 2, "AIC_TARGET_VULKAN": 1}
    found = c_values(sys.argv[1], list(wanted))
    wrong = {name: (value, wanted[name]) for name, value in found.items() if value != wanted[name]}
    assert not wrong, f"C, and the package: {wrong}"
    for index, name in enumerate(_tensors.NAMES):
        assert _library.library().aic_element_name(index).decode() == name
    assert _library.library().aic_element_name(len(_tensors.NAMES)) == b"?", "a new element type"
    version = ".".join(re.findall(r"#define AIC_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header))
    assert version == aic.__version__ == aic.library_version(), (version, aic.__version__, aic.library_version())


if __name__ == "__main__":
    main()
