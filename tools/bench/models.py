"""What is compared: rows of test/models/cases.py, and those that are too slow for a test."""
import os, sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../test/models"))
from cases import CASES, picture_case

CASES = {**CASES, "resnet50": picture_case("resnet.graph", "resnet50", {}, 1)}
# Where none is named.
MODELS = ["mlp", "cnn", "resnet18", "resnet50", "mobilenet_v2", "efficientnet_b0", "encoder_layer", "encoder", "bert", "gpt2",
          "lstm", "gru"]
