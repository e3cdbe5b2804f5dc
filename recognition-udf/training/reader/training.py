"""The training loop: CTC on the text, cross-entropy on the country, a rate that follows the samples seen."""

import copy
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn

from .source import UNKNOWN
from .stream import SampleStream


class Trainer:
    """Trains a net on a number of samples; `save` and `load` carry it over an interruption."""

    def __init__(self, net: nn.Module, settings: dict):
        self.net = net.to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.net).eval()
        self.settings = settings
        decayed = [p for p in net.parameters() if p.ndim > 1]
        plain = [p for p in net.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": settings["weight_decay"]}, {"params": plain, "weight_decay": 0.0}], lr=settings["peak_rate"], fused=True)
        self.seen, self.steps = 0, 0
        self.generator = torch.Generator().manual_seed(settings["seed"])

    def rate(self) -> float:
        """Rises over the warm-up, stays, and falls over the decline as a cosine to a fiftieth of its peak.

        As the rate stays for most of the run, its end can still be moved while it lasts.
        """
        peak, total = self.settings["peak_rate"], self.settings["samples"]
        if self.seen < self.settings["warm_up"]:
            return peak * (0.05 + 0.95 * self.seen / self.settings["warm_up"])
        fallen = min(max(1 - (total - self.seen) / (self.settings["decline"] * total), 0.0), 1.0)
        return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * fallen)))

    def finished(self) -> bool:
        return self.seen >= self.settings["samples"]

    def step(self, stream: SampleStream) -> tuple[float, float]:
        """One batch; returns the text's and the country's loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        crops, texts, countries = stream.batch(self.settings["batch"])
        crops = self._greyed(torch.from_numpy(crops))
        countries = torch.from_numpy(countries)
        self.net.train()
        with torch.autocast("cpu", torch.bfloat16):
            text, country = self.net(crops)
        text_loss = self._text_loss(text, texts)
        country_loss = nn.functional.nll_loss(country, countries, ignore_index=UNKNOWN)
        self.optimiser.zero_grad(set_to_none=True)
        (text_loss + self.settings["country_weight"] * country_loss).backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimiser.step()
        self._follow()
        self.steps += 1
        self.seen += len(crops)
        return text_loss.item(), country_loss.item()

    def _text_loss(self, text, texts):
        """CTC's loss a character, a crop with nothing to read counted as one character."""
        targets = torch.from_numpy(np.concatenate(texts).astype(np.int64))
        lengths = torch.tensor([len(t) for t in texts])
        columns = torch.full((len(texts),), text.shape[1])
        losses = nn.functional.ctc_loss(text.permute(1, 0, 2), targets, columns, lengths, reduction="none", zero_infinity=True)
        return (losses / lengths.clamp(min=1)).mean()

    def _greyed(self, crops):
        """A share of the crops without colour: infrared cameras and colour casts must not matter to the text."""
        grey = torch.rand(len(crops), generator=self.generator) < self.settings["grey_share"]
        part = crops[grey].float() @ torch.tensor([0.299, 0.587, 0.114])
        crops[grey] = part.to(torch.uint8)[..., None].expand(*part.shape, 3)
        return crops

    @torch.no_grad()
    def _follow(self):
        keep = min(self.settings["average"], (1 + self.steps) / (10 + self.steps))
        for kept, new in zip(self.average.state_dict().values(), self.net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(new, 1 - keep)
            else:
                kept.copy_(new)

    def save(self, path: Path, **described) -> None:
        partial = path.with_suffix(".partial")
        torch.save({"net": self.net.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(),
                    "seen": self.seen, "steps": self.steps, **described}, partial)
        partial.replace(path)

    def load(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.seen, self.steps = state["seen"], state["steps"]
