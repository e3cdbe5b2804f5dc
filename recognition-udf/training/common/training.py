"""What every training run needs: a running mean of the weights and a checkpoint that never tears."""

from pathlib import Path

import torch


@torch.no_grad()
def blend(mean: torch.nn.Module, net: torch.nn.Module, keep: float) -> None:
    """Moves the running mean of the weights toward the net's: `keep` of the old stays."""
    for slow, fast in zip(mean.state_dict().values(), net.state_dict().values(), strict=True):
        if slow.dtype.is_floating_point:
            slow.lerp_(fast, 1 - keep)
        else:
            slow.copy_(fast)


def keep(path: Path, net, mean, optimiser, seen: int) -> None:
    """Writes the checkpoint beside its old self and then in its place."""
    state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "seen": seen}
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def resume(path: Path, net, mean, optimiser) -> int:
    """Loads the checkpoint, if there is one, and returns how many samples it has seen."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    net.load_state_dict(state["net"])
    mean.load_state_dict(state["mean"])
    optimiser.load_state_dict(state["optimiser"])
    return state["seen"]


def rate(plan: dict, seen: int) -> float:
    """The learning rate after so many samples: a rise, a plain, and a fall to the last rate."""
    part = seen / plan["samples"]
    if part <= plan["decay_from"]:
        return plan["rate"] * min(1.0, seen / plan["warm_up"])
    fall = (min(part, 1.0) - plan["decay_from"]) / (1 - plan["decay_from"])
    return plan["rate"] * (plan["last_rate"] / plan["rate"]) ** fall
