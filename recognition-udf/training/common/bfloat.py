"""The same net with its convolutions in bfloat16: half the file and, on processors that multiply such numbers, half the time."""

import hashlib
import json
from pathlib import Path

import torch

CONVOLUTION = "aten::_convolution"
EXACT = ("aten::linear", "aten::softmax", "aten::log_softmax", "aten::sigmoid", "aten::exp", "aten::topk")
"""These get 32-bit numbers: they are cheap, and what comes out of them is what thresholds are compared with."""


def lightened(script: torch.jit.ScriptModule) -> torch.jit.ScriptModule:
    """Changes a frozen module in place: weights rounded once, batch normalisation already folded into them.

    What lies between convolutions (sums, maxima, enlarging) follows in bfloat16, as its inputs are.
    """
    graph = script.graph
    for node in list(graph.nodes()):
        if node.kind() == CONVOLUTION:
            _round_weights(graph, node)
            _cast(graph, node, torch.bfloat16)
        elif node.kind() in EXACT:
            _cast(graph, node, torch.float32)
    for node in graph.nodes():  # types that the trace wrote down no longer hold
        for output in node.outputs():
            if output.type().kind() == "TensorType":
                output.setType(torch._C.TensorType.get())
    torch._C._jit_pass_dce(graph)
    return script


def add(folder: Path) -> Path:
    """Makes the bfloat16 file of a model directory and names it in model.json, with what it was made from."""
    path = folder / "model.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    original = folder / descriptor["file"]
    script = torch.jit.load(str(original)).eval()
    if not any(node.kind() == CONVOLUTION for node in script.graph.nodes()):
        raise ValueError(f"{original} holds no convolution at its top level: was it frozen (training/common/export.py)?")
    light = original.with_suffix(".bf16" + original.suffix)
    lightened(script).save(str(light))
    _try_out(original, light, descriptor["input"])
    made_from = hashlib.sha256(original.read_bytes()).hexdigest()
    entry = {"bf16": {"file": light.name, "madeFrom": made_from}}
    ordered = {}
    for key, value in descriptor.items():
        if key != "bf16":
            ordered[key] = value
        if key == "file":
            ordered |= entry
    path.write_text(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return light


def _round_weights(graph, convolution):
    graph.setInsertPoint(convolution)
    for place in (1, 2):
        constant = list(convolution.inputs())[place].node()
        if constant.kind() != "prim::Constant":
            raise ValueError("a convolution's weights are no constant: the module is not frozen")
        if constant.hasAttribute("value") and constant.kindOf("value") == "t":
            convolution.replaceInput(place, graph.insertConstant(constant.t("value").to(torch.bfloat16)))


def _cast(graph, node, dtype):
    """Puts a conversion before the node's first input; one that is of this type already costs nothing."""
    graph.setInsertPoint(node)
    number = {torch.float32: 6, torch.bfloat16: 15}[dtype]  # as TorchScript counts types
    arguments = [graph.insertConstant(value) for value in (number, False, False, None)]
    cast = graph.create("aten::to", [list(node.inputs())[0], *arguments], 1)
    graph.insertNode(cast)
    node.replaceInput(0, cast.output())


def _try_out(original: Path, light: Path, size: dict):
    pictures = torch.randint(0, 256, (3, size["height"], size["width"], size["channels"]), dtype=torch.uint8)
    one, other = (torch.jit.load(str(path))(pictures) for path in (original, light))
    pairs = zip(one, other, strict=True) if isinstance(one, tuple) else [(one, other)]
    for a, b in pairs:
        if a.shape != b.shape or b.dtype != torch.float32 or not torch.isfinite(b).all():
            raise ValueError(f"{light} gives {b.dtype} {tuple(b.shape)} where {original} gives {tuple(a.shape)}")
