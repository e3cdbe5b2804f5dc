"""Takes an exported net up again: its file holds no batch normalisation, training needs it."""

from pathlib import Path

import torch
from torch import nn

from attributes.net import Attributes
from common.bfloat import CONVOLUTION


def start_from(net: Attributes, file: Path, pictures: list[torch.Tensor]) -> None:
    """Gives the net the weights of attributes.pt, and its normalisations what they would have measured on the pictures.

    `pictures` are batches as the net takes them, of the kind that training shows: once training normalises by
    batches, the net still says what the file says.
    """
    script = torch.jit.load(str(file))
    nodes = [node for node in script.graph.nodes() if node.kind() in (CONVOLUTION, "aten::linear")]
    constants = [[value.toIValue() for value in list(node.inputs())[1:3]] for node in nodes]
    layers = in_order(net.eval(), pictures[0][:1])
    norms = {layer: norm for layer, norm in pairs(net) if isinstance(norm, nn.BatchNorm2d)}
    if len(constants) != len(layers):
        raise ValueError(f"{file} has {len(constants)} layers, this net {len(layers)}: it is another net's")
    with torch.no_grad():
        for layer, (weight, bias) in zip(layers, constants, strict=True):
            layer.weight.copy_(weight)
            into = norms[layer] if layer in norms else layer
            into.bias.copy_(bias)
        for norm in norms.values():
            norm.weight.fill_((1 + norm.eps) ** 0.5)
            norm.reset_running_stats()
        measured(net, norms, pictures)
    net.train()


def in_order(net: nn.Module, picture: torch.Tensor) -> list[nn.Module]:
    """The layers with weights in the order in which they calculate, which is a trace's."""
    order = []
    layers = [layer for layer in net.modules() if isinstance(layer, nn.Conv2d | nn.Linear)]
    hooks = [layer.register_forward_hook(lambda at, *_: order.append(at)) for layer in layers]
    net(picture)
    for hook in hooks:
        hook.remove()
    return order


def pairs(net: nn.Module):
    """Each layer and the one that follows it inside the same sequence."""
    for sequence in net.modules():
        if isinstance(sequence, nn.Sequential):
            yield from zip(list(sequence), list(sequence)[1:], strict=False)


def measured(net: nn.Module, norms: dict, pictures: list[torch.Tensor]) -> None:
    sums = {layer: [] for layer in norms}
    hooks = [layer.register_forward_hook(lambda at, _, out: sums[at].append((out.mean((0, 2, 3)), (out**2).mean((0, 2, 3))))) for layer in norms]
    for batch in pictures:
        net(batch)
    for hook in hooks:
        hook.remove()
    for layer, norm in norms.items():
        mean, square = (torch.stack(values).mean(0) for values in zip(*sums[layer], strict=True))
        variance = (square - mean**2).clamp(min=1e-8)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean)
