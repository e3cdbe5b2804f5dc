"""A published model back into a net that can be trained on: what was folded together for inference is taken apart again."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from plates.renderer import PlateRenderer

SPREAD_CROPS = 512  # over which the means and spreads between the layers are measured
SEED = 2 * 10**9


def thawed(net: nn.Module, folder: Path, crops: np.ndarray) -> nn.Module:
    """Gives the net the weights of the 32-bit model in `folder`; it then says what that model says.

    Freezing folded each normalisation into the convolution before it. Here the convolution takes the folded weights, and the
    normalisation the means and spreads that `crops` (uint8 [n, h, w, 3]) have there, so that training starts where the model stands.
    """
    descriptor = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    script = torch.jit.load(str(folder / descriptor["file"])).eval()
    layers = in_order(net, crops[:1])
    folded = [[c.toIValue() for c in list(node.inputs())[1:3]] for node in script.graph.nodes() if node.kind() in ("aten::_convolution", "aten::linear")]
    shapes, wanted = [tuple(weight.shape) for weight, _ in folded], [tuple(layer.weight.shape) for layer, _ in layers]
    if shapes != wanted:
        raise ValueError(f"{folder} is not of one design with the net: its weights are {shapes}, the net's {wanted}")
    with torch.no_grad():
        for (layer, norm), (weight, bias) in zip(layers, folded, strict=True):
            layer.weight.copy_(weight)
            if norm is None:
                layer.bias.copy_(bias)
            else:
                norm.weight.fill_((1 + norm.eps) ** 0.5)
                norm.bias.copy_(bias)
        spread(net.eval(), [pair for pair in layers if pair[1] is not None], torch.from_numpy(crops[:SPREAD_CROPS]))
    some = torch.from_numpy(crops[:64])
    with torch.no_grad():
        for ours, theirs in zip(net(some), script(some), strict=True):
            torch.testing.assert_close(ours, theirs, rtol=2e-2, atol=2e-2)
    return net


def rendered_crops(plates: dict, size: tuple[int, int]) -> np.ndarray:
    """Crops to thaw by, always the same; `plates` is the section of the configuration."""
    renderer = PlateRenderer({**plates, "bank": SPREAD_CROPS // 2}, size, SEED)
    return np.stack([renderer.sample()[0] for _ in range(SPREAD_CROPS)])


@torch.no_grad()
def blended(net: nn.Module, other: nn.Module, share: float) -> nn.Module:
    """The net moved toward another that it was trained on from: `share` of the weights is the other's."""
    for mine, theirs in zip(net.state_dict().values(), other.state_dict().values(), strict=True):
        if mine.dtype.is_floating_point:
            mine.lerp_(theirs, share)
    return net


def in_order(net: nn.Module, crop: np.ndarray) -> list[tuple[nn.Module, nn.BatchNorm2d | None]]:
    """Convolutions and linear layers as they are called, each with the normalisation after it."""
    called, hooks = [], []
    kinds = (nn.Conv2d, nn.Linear, nn.BatchNorm2d)
    for module in net.modules():
        if isinstance(module, kinds):
            hooks.append(module.register_forward_hook(lambda m, *_: called.append(m)))
    with torch.no_grad():
        net.eval()(torch.from_numpy(crop))
    for hook in hooks:
        hook.remove()
    followers = [*called[1:], None]
    return [(m, f if isinstance(f, nn.BatchNorm2d) else None) for m, f in zip(called, followers, strict=True) if not isinstance(m, nn.BatchNorm2d)]


def spread(net, pairs, crops) -> None:
    """Measures what comes out of each convolution and lets the normalisation after it take that off and give it back."""
    sums = {norm: [0, 0.0, 0.0] for _, norm in pairs}

    def add(norm, inputs, _):
        x, held = inputs[0].double(), sums[norm]
        held[0] += x.numel() // x.shape[1]
        held[1] = held[1] + x.sum((0, 2, 3))
        held[2] = held[2] + x.square().sum((0, 2, 3))

    hooks = [norm.register_forward_hook(add) for norm in sums]
    for part in crops.split(64):
        net(part)
    for hook in hooks:
        hook.remove()
    for norm, (count, total, squares) in sums.items():
        mean = total / count
        variance = (squares / count - mean.square()).clamp(min=1e-6)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean.to(norm.bias.dtype))
