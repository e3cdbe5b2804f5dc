"""Frozen TorchScript graphs, read and rewritten: what bfloat.py and int8.py have in common."""

import torch

CONVOLUTION = "aten::_convolution"
RECTIFIERS = ("aten::relu", "aten::relu_")
TENSOR = torch._C.TensorType.get()
INTS = torch._C.ListType.ofInts()
SCALARS = torch._C.ListType(torch._C.OptionalType(torch._C.NumberType.get()))


def nodes(graph, kinds) -> list:
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    return [node for node in graph.nodes() if node.kind() in kinds]


def inputs(node) -> list:
    return list(node.inputs())


def constant(value) -> torch.Tensor:
    tensor = value.toIValue()
    if not isinstance(tensor, torch.Tensor):
        raise ValueError("a convolution's weights are no constant: the module is not frozen")
    return tensor


def integers(value) -> list[int]:
    """A list of constants that a node is given."""
    return [item.toIValue() for item in value.node().inputs()]


def only_user(value, kinds):
    """The node that alone uses the value, where it is one of these kinds; else None."""
    uses = value.uses()
    return uses[0].user if len(uses) == 1 and uses[0].user.kind() in kinds else None


def insert(graph, kind: str, arguments: list, result=TENSOR):
    """A new node at the graph's insert point; arguments are values of the graph or plain ones. Gives its output."""
    values = [a if isinstance(a, torch._C.Value) else graph.insertConstant(a) for a in arguments]
    node = graph.create(kind, values, 1)
    graph.insertNode(node)
    node.output().setType(result)
    return node.output()


def replace(node, value) -> None:
    """Lets the value take the place of what the node gives, and removes the node."""
    node.output().replaceAllUsesWith(value)
    node.destroy()


def unscaled(value):
    """What a convolution's input is made of, and by what it was multiplied on the way: that goes into the weights.

    Whole numbers up to 256 are exact in bfloat16, and bytes are in 8 bits; the same divided by 255 are neither.
    """
    node, scale = value.node(), 1.0
    if node.kind() == "aten::div" and len(node.output().uses()) == 1:
        divisor = inputs(node)[1].toIValue()
        if isinstance(divisor, (int, float)) or (isinstance(divisor, torch.Tensor) and divisor.numel() == 1):
            value, scale = inputs(node)[0], 1.0 / float(divisor)
            node = value.node()
    if node.kind() == "aten::to" and len(node.output().uses()) == 1:
        value = inputs(node)[0]
    return value, scale


def is_picture(value) -> bool:
    """Whether it is what the net is given, its channels moved at most."""
    node = value.node()
    return (inputs(node)[0].node() if node.kind() == "aten::permute" else node).kind() == "prim::Param"


def forget_types(graph) -> None:
    """Types that the trace wrote down no longer hold."""
    for node in graph.nodes():
        for output in node.outputs():
            if output.type().kind() == "TensorType":
                output.setType(TENSOR)


def enlarge_late(graph) -> None:
    """Lets convolutions of 1x1 work before their input is enlarged, which gives the same from a quarter of the cells."""
    for convolution in nodes(graph, CONVOLUTION):
        picture, weight, _, stride, padding = inputs(convolution)[:5]
        enlarging = picture.node()
        if enlarging.kind() != "aten::upsample_nearest2d" or len(picture.uses()) != 1:
            continue
        if constant(weight).shape[2:] != (1, 1) or integers(stride) != [1, 1] or integers(padding) != [0, 0]:
            continue
        convolution.replaceInput(0, inputs(enlarging)[0])
        last = only_user(convolution.output(), RECTIFIERS) or convolution
        late = graph.create(enlarging.kind(), inputs(enlarging), 1)
        late.insertAfter(last)
        late.output().setType(TENSOR)
        last.output().replaceAllUsesWith(late.output())
        late.replaceInput(0, last.output())
        enlarging.destroy()
