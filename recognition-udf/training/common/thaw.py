"""A published model back into a net that can be trained on: what was folded together for inference is taken apart again."""

from pathlib import Path

import torch
from torch import nn

from common.graphs import CONVOLUTION


@torch.no_grad()
def thaw(net: nn.Module, file: Path, batches: list[torch.Tensor]) -> None:
    """Gives the net the weights of a frozen 32-bit TorchScript file; it then says what that file says.

    Freezing folded each normalisation into the convolution before it. Here the convolution takes the folded weights, and the
    normalisation the means and spreads that it meets in the `batches` (as the net takes them), so that training, which
    normalises by batches, starts where the file stands. The net is left in evaluation mode.
    """
    script = torch.jit.load(str(file))
    folded = [[c.toIValue() for c in list(node.inputs())[1:3]] for node in script.graph.nodes() if node.kind() in (CONVOLUTION, "aten::linear")]
    layers = in_order(net.eval(), batches[0][:1])
    shapes, wanted = [tuple(weight.shape) for weight, _ in folded], [tuple(layer.weight.shape) for layer, _ in layers]
    if shapes != wanted:
        raise ValueError(f"{file} is not of one design with the net: its weights are {shapes}, the net's {wanted}")
    for (layer, norm), (weight, bias) in zip(layers, folded, strict=True):
        layer.weight.copy_(weight)
        (layer if norm is None else norm).bias.copy_(bias)
        if norm is not None:
            norm.weight.fill_((1 + norm.eps) ** 0.5)
            norm.reset_running_stats()
    spread(net, [norm for _, norm in layers if norm is not None], batches)


@torch.no_grad()
def blended(net: nn.Module, other: nn.Module, share: float) -> nn.Module:
    """The net moved toward another that it was trained on from: `share` of the weights is the other's."""
    for mine, theirs in zip(net.state_dict().values(), other.state_dict().values(), strict=True):
        if mine.dtype.is_floating_point:
            mine.lerp_(theirs, share)
    return net


def in_order(net: nn.Module, batch: torch.Tensor) -> list[tuple[nn.Module, nn.BatchNorm2d | None]]:
    """Convolutions and linear layers as they are called, which is a trace's order, each with the normalisation after it."""
    called, hooks = [], []
    for module in net.modules():
        if isinstance(module, nn.Conv2d | nn.Linear | nn.BatchNorm2d):
            hooks.append(module.register_forward_hook(lambda m, *_: called.append(m)))
    net(batch)
    for hook in hooks:
        hook.remove()
    followers = [*called[1:], None]
    return [(m, f if isinstance(f, nn.BatchNorm2d) else None) for m, f in zip(called, followers, strict=True) if not isinstance(m, nn.BatchNorm2d)]


def spread(net: nn.Module, norms: list[nn.BatchNorm2d], batches: list[torch.Tensor]) -> None:
    """Measures what comes into each normalisation and lets it take that off and give it back."""
    sums = {norm: [0, 0.0, 0.0] for norm in norms}

    def add(norm, inputs, _):
        x, held = inputs[0].double(), sums[norm]
        held[0] += x.numel() // x.shape[1]
        held[1] = held[1] + x.sum((0, 2, 3))
        held[2] = held[2] + x.square().sum((0, 2, 3))

    hooks = [norm.register_forward_hook(add) for norm in norms]
    for batch in batches:
        net(batch)
    for hook in hooks:
        hook.remove()
    for norm, (count, total, squares) in sums.items():
        mean = total / count
        variance = (squares / count - mean.square()).clamp(min=1e-6)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean.to(norm.bias.dtype))
