#!/usr/bin/python3
"""side_llama.py LIBRARIES THREADS TENSORS MODEL.gguf prefill|decode: llama.cpp's side, from the prebuilt libraries of an npm package.

It speaks as side.h says. The first input of TENSORS holds the tokens. prefill: all of them, and the logits of each; decode: one
token at position 255, behind 255 others, again and again. f32, as the others; its GELU comes from a table in f16.
"""
import ctypes as c, json, sys, time

FIRST_POSITION = 255
N_CTX_INDEX, N_CTX = 0, 1024


class Parameters(c.Structure):
    """Larger than any of llama.cpp's structures of parameters, which are returned and taken in memory."""
    _fields_ = [("words", c.c_uint32 * 128)]


class Batch(c.Structure):
    _fields_ = [("n_tokens", c.c_int32), ("token", c.c_void_p), ("embd", c.c_void_p), ("pos", c.c_void_p), ("n_seq_id", c.c_void_p),
                ("seq_id", c.c_void_p), ("logits", c.c_void_p)]


def load(folder):
    for name in ("libggml-base.so", "libggml.v0.4.0.so"):
        ggml = c.CDLL(f"{folder}/{name}", c.RTLD_GLOBAL)
    llama = c.CDLL(f"{folder}/libllama.v0.4.0.so", c.RTLD_GLOBAL)
    ggml.ggml_backend_load_all_from_path.argtypes = [c.c_char_p]
    for name in ("llama_model_default_params", "llama_context_default_params"):
        getattr(llama, name).restype = Parameters
    llama.llama_model_load_from_file.restype, llama.llama_model_load_from_file.argtypes = c.c_void_p, [c.c_char_p, Parameters]
    llama.llama_init_from_model.restype, llama.llama_init_from_model.argtypes = c.c_void_p, [c.c_void_p, Parameters]
    llama.llama_get_memory.restype, llama.llama_get_memory.argtypes = c.c_void_p, [c.c_void_p]
    llama.llama_memory_clear.argtypes = [c.c_void_p, c.c_bool]
    llama.llama_memory_seq_rm.argtypes = [c.c_void_p, c.c_int32, c.c_int32, c.c_int32]
    llama.llama_memory_seq_rm.restype = c.c_bool
    llama.llama_decode.argtypes = [c.c_void_p, Batch]
    llama.llama_synchronize.argtypes = [c.c_void_p]
    llama.llama_get_logits.restype, llama.llama_get_logits.argtypes = c.c_void_p, [c.c_void_p]
    quiet = c.CFUNCTYPE(None, c.c_int, c.c_char_p, c.c_void_p)(lambda level, text, user: None)
    llama.llama_log_set(quiet, None)
    ggml.ggml_backend_load_all_from_path(folder.encode())
    llama.llama_backend_init()
    return llama, quiet


def batch_of(tokens, first, keep):
    """(the batch, what must live as long): tokens at positions from `first` on; keep: whether all logits are wanted, or the last."""
    n = len(tokens)
    token, position = (c.c_int32 * n)(*tokens), (c.c_int32 * n)(*range(first, first + n))
    counts, sequence = (c.c_int32 * n)(*[1] * n), c.c_int32(0)
    sequences = (c.c_void_p * n)(*[c.addressof(sequence)] * n)
    logits = (c.c_int8 * n)(*[1 if keep or i == n - 1 else 0 for i in range(n)])
    alive = token, position, counts, sequence, sequences, logits
    address = lambda array: c.cast(array, c.c_void_p)
    return Batch(n, address(token), None, address(position), address(counts), address(sequences), address(logits)), alive


def read_tokens(path):
    with open(path) as file:
        about, _, source = file.readline().rstrip("\n").split("\t")
    _, kind, size, offset = about.split()[:4]
    with open(source, "rb") as file:
        file.seek(int(offset))
        data = file.read(int(size))
    each = int(kind[1:])
    return [int.from_bytes(data[i:i + each], "little") for i in range(0, len(data), each)]


def main():
    folder, threads, tensors, model, what = sys.argv[1:]
    begin = time.perf_counter()
    llama, quiet = load(folder)
    loaded = llama.llama_model_load_from_file(model.encode(), llama.llama_model_default_params())
    if not loaded:
        sys.exit(f"{model}: llama.cpp cannot load it")
    parameters = llama.llama_context_default_params()
    # n_threads and n_threads_batch are the first two equal words of 4 behind each other, their default.
    at = next(i for i in range(12) if parameters.words[i] == 4 and parameters.words[i + 1] == 4)
    parameters.words[N_CTX_INDEX] = N_CTX
    parameters.words[at] = parameters.words[at + 1] = int(threads)
    context = llama.llama_init_from_model(loaded, parameters)
    if not context:
        sys.exit(f"{model}: llama.cpp makes no context")
    memory = llama.llama_get_memory(context)
    tokens = read_tokens(tensors)

    def decode(batch):
        if llama.llama_decode(context, batch) != 0:
            sys.exit("llama_decode fails")
        llama.llama_synchronize(context)

    if what == "prefill":
        batch, alive = batch_of(tokens, 0, True)

        def run():
            llama.llama_memory_clear(memory, False)
            decode(batch)
    else:
        before, alive_before = batch_of([1 + i for i in range(FIRST_POSITION)], 0, False)
        decode(before)
        batch, alive = batch_of(tokens[:1], FIRST_POSITION, False)

        def run():
            llama.llama_memory_seq_rm(memory, 0, FIRST_POSITION, -1)
            decode(batch)

    print(json.dumps({"load_ms": 1e3 * (time.perf_counter() - begin)}), flush=True)
    for line in sys.stdin:
        command, argument = line.split(None, 1)
        argument = argument.rstrip("\n")
        answer = {}
        if command == "time":
            length, times, start = float(argument), [], time.perf_counter()
            while True:
                run()
                if time.perf_counter() - start >= 0.2 * length:
                    break
            start = now = time.perf_counter()
            while len(times) < 3 or now - start < length:
                then = now
                run()
                now = time.perf_counter()
                times.append(1e3 * (now - then))
            times.sort()
            answer = {"median_ms": times[len(times) // 2], "p90_ms": times[len(times) * 9 // 10], "min_ms": times[0], "runs": len(times)}
        elif command == "save":
            run()
            with open(tensors) as file:
                size = next(int(parts[2]) for parts in map(str.split, file) if parts[0] == "output")
            with open(argument, "wb") as file:
                file.write(c.string_at(llama.llama_get_logits(context), size))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
