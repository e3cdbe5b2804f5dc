"""The reader net. Input uint8 [N, 48, 160, 3] RGB; output log-probabilities of characters and of countries."""

import torch
from torch import Tensor, nn


def conv(inputs: int, outputs: int, kernel=3, stride=1, padding=None) -> nn.Sequential:
    if padding is None:
        padding = kernel // 2
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    """Two convolutions around a shortcut; the kernel may be flat to look along the line of text."""

    def __init__(self, channels: int, kernel=3):
        super().__init__()
        padding = kernel // 2 if isinstance(kernel, int) else tuple(k // 2 for k in kernel)
        self.first = conv(channels, channels, kernel, padding=padding)
        self.second = nn.Sequential(nn.Conv2d(channels, channels, kernel, padding=padding, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x + self.second(self.first(x)))


class ReaderNet(nn.Module):
    """Convolutions down to one row of 40 columns; CTC over the columns, countries from a coarse grid of the same features."""

    def __init__(self, characters: int, countries: int):
        super().__init__()
        self.stem = nn.Sequential(conv(3, 24, 5, 2), conv(24, 32), nn.MaxPool2d(2))  # 12 x 40
        self.low = nn.Sequential(conv(32, 64), conv(64, 64), nn.MaxPool2d((2, 1)))  # 6 x 40
        self.high = nn.Sequential(conv(64, 112), conv(112, 112))  # 6 x 40
        self.column = conv(112, 136, (6, 3), padding=(0, 1))  # 1 x 40
        self.line = nn.Sequential(nn.Dropout(0.1), Residual(136, (1, 3)))
        self.characters = nn.Conv2d(136, characters + 1, 1)
        self.grid = nn.AdaptiveAvgPool2d((2, 5))
        self.countries = nn.Sequential(nn.Linear(112 * 10, 32), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(32, countries))

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Log-probabilities [N, 40, characters + 1], blank first, and [N, countries]."""
        x = crops.permute(0, 3, 1, 2).float()
        x = x - x.mean(dim=(1, 2, 3), keepdim=True)
        x = x / (x.pow(2).mean(dim=(1, 2, 3), keepdim=True).sqrt() + 4.0)
        x = x.contiguous(memory_format=torch.channels_last)
        x = self.high(self.low(self.stem(x)))
        text = self.characters(self.line(self.column(x))).squeeze(2).permute(0, 2, 1)
        country = self.countries(self.grid(x).flatten(1))
        return text.float().log_softmax(dim=2), country.float().log_softmax(dim=1)
