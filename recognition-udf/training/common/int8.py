"""The same net with its convolutions in 8-bit whole numbers: a quarter of the file and, on processors that multiply these
four at a time (VNNI), little more than half the time of bfloat16.

Weights have a scale for each output; what flows between convolutions has one scale for each place, measured on sample
pictures. The operators are libtorch's own for such tensors. Only convolutions with a rectifier behind them change: the last
one, whose numbers thresholds are compared with, and all that is no convolution stay in 32-bit numbers.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path

import torch

from common import graphs, twins
from common.graphs import CONVOLUTION, inputs

BYTES = 13
"""torch.quint8, as TorchScript counts types."""
PART = 16
"""Pictures that go through the net together while it is measured."""


@dataclass(frozen=True)
class Scale:
    """What a step of the 256 is worth, and which of them stands for zero."""

    step: float
    zero: int

    @staticmethod
    def between(low: float, high: float) -> "Scale":
        low, high = min(low, 0.0), max(high, 0.0)
        step = max((high - low) / 255, 1e-8)
        return Scale(step, round(-low / step))


@dataclass(frozen=True)
class Unit:
    """A convolution, the sum behind it and what it adds, if there is one, and the rectifier that ends it."""

    convolution: torch._C.Node
    sum: torch._C.Node | None
    added: torch._C.Value | None
    rectifier: torch._C.Node

    def nodes(self) -> list:
        return [node for node in (self.convolution, self.sum, self.rectifier) if node is not None]


def add(folder: Path, pictures: torch.Tensor) -> Path:
    """Makes the 8-bit file of a model directory and names it in model.json, with what it was made from."""
    return twins.add(folder, "int8", lambda script: quantised(script, pictures))


def quantised(script: torch.jit.ScriptModule, pictures: torch.Tensor) -> torch.jit.ScriptModule:
    """Changes a frozen module in place; the pictures are samples of what it will see, as bytes."""
    graphs.enlarge_late(script.graph)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "torch.quantize_per_tensor", UserWarning)
        _Rewriting(script.graph, pictures).run()
    return script


def _name(node) -> str:
    return node.output().debugName() if node.outputsSize() == 1 else ""


def _unit(rectifier) -> Unit | None:
    """What the rectifier ends."""
    value = inputs(rectifier)[0]
    node = value.node()
    if len(value.uses()) != 1:
        return None
    if node.kind() == CONVOLUTION:
        return Unit(node, None, None, rectifier)
    if node.kind() == "aten::add":
        for one, other in (inputs(node)[:2], inputs(node)[1::-1]):
            if one.node().kind() == CONVOLUTION and len(one.uses()) == 1:
                return Unit(one.node(), node, other, rectifier)
    return None


class _Rewriting:
    def __init__(self, graph, pictures):
        self.graph = graph
        units = [unit for unit in map(_unit, graphs.nodes(graph, graphs.RECTIFIERS)) if unit is not None]
        self.ends = {_name(unit.rectifier): unit for unit in units}
        self.inside = {_name(node) for unit in units for node in unit.nodes()[:-1]}
        self.scales = self._measured(pictures)
        self.bytes: dict[str, tuple] = {}  # by a value's name: itself, the same in 8 bits, the scale
        self.replaced: list = []

    def run(self):
        for node in list(self.graph.nodes()):
            if _name(node) in self.ends:
                self._convolve(self.ends[_name(node)])
            elif node.kind() == CONVOLUTION and _name(node) not in self.inside:
                self._convolve_last(node)
            elif node.kind() in ("aten::max_pool2d", "aten::upsample_nearest2d"):
                self._pass_through(node)
            elif node.kind() == "aten::add" and _name(node) not in self.inside:
                self._add(node)
            elif node.kind() == "aten::cat":
                self._join(node)
        self._give_back()
        for node in reversed(self.replaced):
            node.destroy()
        graphs.forget_types(self.graph)
        torch._C._jit_pass_dce(self.graph)

    def _measured(self, pictures) -> dict[str, Scale]:
        """Scales of all that may become bytes, by the value's name."""
        graph = self.graph.copy()
        named = {}
        for node, copy in list(zip(self.graph.nodes(), graph.nodes(), strict=True)):
            if copy.kind() == "aten::relu_":  # would change what is measured before it
                graph.setInsertPoint(copy)
                plain = graphs.insert(graph, "aten::relu", inputs(copy))
                graphs.replace(copy, plain)
                copy = plain.node()
            named |= {value.debugName(): same for value, same in zip(node.outputs(), copy.outputs(), strict=True)}
        wanted = {_name(node) for unit in self.ends.values() for node in unit.nodes()}
        wanted |= {inputs(unit.convolution)[0].debugName() for unit in self.ends.values()}
        wanted |= {_name(node) for node in graphs.nodes(self.graph, ("aten::add", "aten::cat"))}
        wanted = sorted(name for name in wanted if name in named)
        all_ = graph.create("prim::TupleConstruct", [named[name] for name in wanted], 1)
        all_.output().setType(torch._C.TupleType([graphs.TENSOR] * len(wanted)))
        graph.appendNode(all_)
        graph.eraseOutput(0)
        graph.registerOutput(all_.output())
        graph.eraseInput(0)  # the module itself: frozen, it holds nothing
        run = torch._C._create_function_from_graph("measured", graph)
        low, high = dict.fromkeys(wanted, 0.0), dict.fromkeys(wanted, 0.0)
        with torch.no_grad():
            for part in pictures.split(PART):
                for name, seen in zip(wanted, run(part), strict=True):
                    if seen.is_floating_point():
                        low[name], high[name] = min(low[name], seen.min().item()), max(high[name], seen.max().item())
        return {name: Scale.between(low[name], high[name]) for name in wanted}

    def _insert(self, kind: str, *arguments):
        return graphs.insert(self.graph, kind, list(arguments))

    def _as_bytes(self, value):
        """The value in 8 bits, at the insert point."""
        if value.debugName() in self.bytes:
            return self.bytes[value.debugName()][1]
        source, scale = graphs.unscaled(value)
        if scale != 1.0 and graphs.is_picture(source):  # bytes as they are
            return self._insert("aten::_make_per_tensor_quantized_tensor", source, scale, 0)
        scale = self.scales[value.debugName()]
        return self._insert("aten::quantize_per_tensor", value, scale.step, scale.zero, BYTES)

    def _becomes(self, node, bytes_, scale: Scale):
        self.bytes[_name(node)] = (node.output(), bytes_, scale)

    def _is_bytes(self, value) -> bool:
        return value.debugName() in self.bytes

    def _convolve(self, unit: Unit):
        self.graph.setInsertPoint(unit.rectifier)
        picture = self._as_bytes(inputs(unit.convolution)[0])
        weights, scale = _packed(unit.convolution), self.scales[_name(unit.rectifier)]
        if unit.sum is None:
            result = self._insert("quantized::conv2d_relu", picture, weights, scale.step, scale.zero)
        else:
            alone = self.scales[_name(unit.convolution)]
            one = self._insert("quantized::conv2d", picture, weights, alone.step, alone.zero)
            other = self._as_bytes(unit.added)
            result = self._insert("quantized::add_relu", one, other, scale.step, scale.zero)
        self._becomes(unit.rectifier, result, scale)
        self.replaced += unit.nodes()

    def _convolve_last(self, node):
        """One without a rectifier, in 32-bit numbers as before, but by oneDNN: libtorch would not ask it for one of 1x1."""
        picture, weight, bias, stride, padding, dilation, transposed, _, groups = inputs(node)[:9]
        if self._is_bytes(picture) and not transposed.toIValue() and graphs.constant(weight).dim() == 4:
            self.graph.setInsertPoint(node)
            numbers = self._insert("aten::dequantize", self._as_bytes(picture))
            none = graphs.insert(self.graph, "prim::ListConstruct", [], graphs.SCALARS)
            arguments = [numbers, weight, bias, padding, stride, dilation, groups, "none", none, None]
            graphs.replace(node, self._insert("mkldnn::_convolution_pointwise", *arguments))

    def _pass_through(self, node):
        picture, *rest = inputs(node)
        if self._is_bytes(picture):
            self.graph.setInsertPoint(node)
            scale = self.bytes[picture.debugName()][2]
            self._becomes(node, self._insert(node.kind(), self._as_bytes(picture), *rest), scale)
            self.replaced.append(node)

    def _add(self, node):
        one, other, times = inputs(node)
        if self._is_bytes(one) and self._is_bytes(other) and times.toIValue() == 1:
            self.graph.setInsertPoint(node)
            scale = self.scales[_name(node)]
            result = self._insert("quantized::add", self._as_bytes(one), self._as_bytes(other), scale.step, scale.zero)
            self._becomes(node, result, scale)
            self.replaced.append(node)

    def _join(self, node):
        parts, dimension = inputs(node)
        parts = inputs(parts.node())
        if not all(map(self._is_bytes, parts)):
            return
        self.graph.setInsertPoint(node)
        scales = {self.bytes[part.debugName()][2] for part in parts}
        scale = scales.pop() if len(scales) == 1 else self.scales[_name(node)]
        joined = graphs.insert(
            self.graph, "prim::ListConstruct", list(map(self._as_bytes, parts)), torch._C.ListType(graphs.TENSOR)
        )
        self._becomes(node, self._insert("quantized::cat", joined, dimension, scale.step, scale.zero), scale)
        self.replaced.append(node)

    def _give_back(self):
        """32-bit numbers for all that does not know bytes."""
        gone = {_name(node) for node in self.replaced}
        for value, bytes_, _ in self.bytes.values():
            if all(_name(use.user) in gone for use in value.uses()):
                continue
            back = self.graph.create("aten::dequantize", [bytes_], 1)
            back.insertAfter(bytes_.node())
            back.output().setType(graphs.TENSOR)
            value.replaceAllUsesWith(back.output())


def _packed(convolution):
    """The convolution's weights and settings as libtorch's operators for bytes want them."""
    _, weight, bias, stride, padding, dilation, transposed, _, groups = inputs(convolution)[:9]
    weight = graphs.constant(weight).float().contiguous()
    if transposed.toIValue() or weight.dim() != 4:
        raise ValueError("a transposed convolution, or one of another kind than 2-D, cannot be put into 8 bits")
    steps = (weight.abs().amax((1, 2, 3)) / 127).clamp(min=1e-8).double()
    whole = torch.quantize_per_channel(weight, steps, torch.zeros(len(steps), dtype=torch.long), 0, torch.qint8)
    shape = (graphs.integers(value) for value in (stride, padding, dilation))
    return torch.ops.quantized.conv2d_prepack(whole, bias.toIValue(), *shape, groups.toIValue())
