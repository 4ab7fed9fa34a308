"""An artifact through the C API: what the tests and benchmarks of entries need of runtime/aic.h."""
import ctypes, os, shutil, sys
import numpy as np

CPU, VULKAN, ALL_STATES = 0, 1, 0xffffffff


class Session:
    class Buffer(ctypes.Structure):
        _fields_ = [("data", ctypes.c_void_p), ("bytes", ctypes.c_size_t)]

    class Options(ctypes.Structure):
        _fields_ = [("struct_bytes", ctypes.c_uint32), ("device", ctypes.c_uint32), ("threads", ctypes.c_uint32),
                    ("device_index", ctypes.c_uint32), ("variant", ctypes.c_char_p), ("flags", ctypes.c_uint32),
                    ("reserved", ctypes.c_uint32)]

    def __init__(self, path, device=CPU, threads=2):
        """The library is that of the build whose `aic` is on the path."""
        build = os.path.dirname(os.path.dirname(shutil.which("aic")))
        self.library = ctypes.CDLL(os.path.join(build, "lib", "libaic_runtime.so"))
        self.library.aic_last_error.restype = ctypes.c_char_p
        self.model, self.session = ctypes.c_void_p(), ctypes.c_void_p()
        self.call("aic_model_open", path.encode(), 0, ctypes.byref(self.model))
        options = self.Options(ctypes.sizeof(self.Options), device, threads, 0xffffffff, None, 0, 0)
        self.call("aic_session_create_with", self.model, ctypes.byref(options), ctypes.byref(self.session))

    def call(self, name, *arguments):
        """Ends the program with the runtime's message where the call fails."""
        if getattr(self.library, name)(*arguments):
            sys.exit(f"{name}: {self.library.aic_last_error().decode()}")

    def entry(self, name):
        number = ctypes.c_uint32()
        self.call("aic_model_find_entry", self.model, name.encode(), ctypes.byref(number))
        return number

    def buffers(self, arrays):
        return (self.Buffer * len(arrays))(*[(x.ctypes.data, x.nbytes) for x in arrays])

    def run(self, entry, inputs, outputs):
        """Contiguous arrays, in the entry's order."""
        self.call("aic_session_run_entry", self.session, entry, self.buffers(inputs), len(inputs), self.buffers(outputs), len(outputs))

    def reset(self):
        self.call("aic_session_reset_state", self.session, ALL_STATES)

    def close(self):
        self.library.aic_session_close(self.session)
        self.library.aic_model_close(self.model)
