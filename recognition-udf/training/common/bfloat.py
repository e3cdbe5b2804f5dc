"""The same net with its convolutions in bfloat16: half the file and, on processors that multiply such numbers, half the time."""

import hashlib
import json
from pathlib import Path

import torch

from common import graphs
from common.graphs import CONVOLUTION

EXACT = ("aten::linear", "aten::softmax", "aten::log_softmax", "aten::sigmoid", "aten::exp", "aten::topk")
"""These get 32-bit numbers: they are cheap, and what comes out of them is what thresholds are compared with."""


def lightened(script: torch.jit.ScriptModule) -> torch.jit.ScriptModule:
    """Changes a frozen module in place: weights rounded once, batch normalisation already folded into them.

    What lies between convolutions (sums, maxima, enlarging) follows in bfloat16, as its inputs are.
    """
    graph = script.graph
    graphs.enlarge_late(graph)
    for node in graphs.nodes(graph, CONVOLUTION):
        _convolution(graph, node)
    for node in graphs.nodes(graph, EXACT):
        _cast(graph, node, torch.float32)
    for node in graphs.nodes(graph, graphs.RECTIFIERS):
        _rectified(graph, node)
    graphs.forget_types(graph)
    torch._C._jit_pass_dce(graph)
    return script


def add(folder: Path) -> Path:
    """Makes the bfloat16 file of a model directory and names it in model.json, with what it was made from."""
    path = folder / "model.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    original = folder / descriptor["file"]
    script = torch.jit.load(str(original)).eval()
    if not graphs.nodes(script.graph, CONVOLUTION):
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


def _convolution(graph, node):
    picture, weight, bias = graphs.inputs(node)[:3]
    source, scale = unscaled(picture)
    graph.setInsertPoint(node)
    node.replaceInput(0, _to(graph, source, torch.bfloat16))
    node.replaceInput(1, graph.insertConstant((graphs.constant(weight) * scale).to(torch.bfloat16)))
    if bias.type().kind() != "NoneType":
        node.replaceInput(2, graph.insertConstant(graphs.constant(bias).to(torch.bfloat16)))


def _rectified(graph, rectifier):
    """A convolution and the rectifier behind it as one operator of oneDNN: the same numbers, one pass over them less."""
    value = graphs.inputs(rectifier)[0]
    convolution = value.node()
    if convolution.kind() != CONVOLUTION or len(value.uses()) != 1:
        return
    picture, weight, bias, stride, padding, dilation, transposed, _, groups = graphs.inputs(convolution)[:9]
    if transposed.toIValue() or graphs.constant(weight).dim() != 4:
        return
    graph.setInsertPoint(rectifier)
    none = graphs.insert(graph, "prim::ListConstruct", [], graphs.SCALARS)
    arguments = [picture, weight, bias, padding, stride, dilation, groups, "relu", none, None]
    graphs.replace(rectifier, graphs.insert(graph, "mkldnn::_convolution_pointwise", arguments))
    convolution.destroy()


def unscaled(value):
    """What a convolution's input is made of, and by what it was multiplied on the way: that goes into the weights.

    Whole numbers up to 256 are exact in bfloat16; the same divided by 255 are not.
    """
    node, scale = value.node(), 1.0
    if node.kind() == "aten::div" and len(node.output().uses()) == 1:
        divisor = graphs.inputs(node)[1].toIValue()
        if isinstance(divisor, (int, float)) or (isinstance(divisor, torch.Tensor) and divisor.numel() == 1):
            value, scale = graphs.inputs(node)[0], 1.0 / float(divisor)
            node = value.node()
    if node.kind() == "aten::to" and len(node.output().uses()) == 1:
        value = graphs.inputs(node)[0]
    return value, scale


def _cast(graph, node, dtype):
    graph.setInsertPoint(node)
    node.replaceInput(0, _to(graph, graphs.inputs(node)[0], dtype))


def _to(graph, value, dtype):
    """The value converted at the insert point; one that is of this type already costs nothing."""
    number = {torch.float32: 6, torch.bfloat16: 15}[dtype]  # as TorchScript counts types
    return graphs.insert(graph, "aten::to", [value, number, False, False, None])


def _try_out(original: Path, light: Path, size: dict):
    pictures = torch.randint(0, 256, (3, size["height"], size["width"], size["channels"]), dtype=torch.uint8)
    one, other = (torch.jit.load(str(path))(pictures) for path in (original, light))
    pairs = zip(one, other, strict=True) if isinstance(one, tuple) else [(one, other)]
    for a, b in pairs:
        if a.shape != b.shape or b.dtype != torch.float32 or not torch.isfinite(b).all():
            raise ValueError(f"{light} gives {b.dtype} {tuple(b.shape)} where {original} gives {tuple(a.shape)}")
