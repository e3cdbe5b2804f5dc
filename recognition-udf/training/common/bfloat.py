"""The same net with its convolutions in bfloat16: half the file and, on processors that multiply such numbers, half the time."""

from pathlib import Path

import torch

from common import graphs, twins
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
    return twins.add(folder, "bf16", lightened)


def _convolution(graph, node):
    picture, weight, bias = graphs.inputs(node)[:3]
    source, scale = graphs.unscaled(picture)
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


def _cast(graph, node, dtype):
    graph.setInsertPoint(node)
    node.replaceInput(0, _to(graph, graphs.inputs(node)[0], dtype))


def _to(graph, value, dtype):
    """The value converted at the insert point; one that is of this type already costs nothing."""
    number = {torch.float32: 6, torch.bfloat16: 15}[dtype]  # as TorchScript counts types
    return graphs.insert(graph, "aten::to", [value, number, False, False, None])
