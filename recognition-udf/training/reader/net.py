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
    """Convolutions down to one row of 40 columns; CTC over the columns, countries from a grid of the same features.

    Strides instead of pooling: on a processor pooling costs as much as a convolution. The country's grid keeps 20
    columns, since a band is two of them wide and says more than all the rest.
    """

    def __init__(self, characters: int, countries: int):
        super().__init__()
        self.features = nn.Sequential(
            conv(3, 24, 5, 2),  # 24 x 80
            conv(24, 48, 3, 2),  # 12 x 40
            conv(48, 48),
            conv(48, 96, 3, (2, 1)),  # 6 x 40
            Residual(96),
        )
        self.column = conv(96, 128, (6, 3), padding=(0, 1))  # 1 x 40
        self.line = Residual(128, (1, 5))
        self.characters = nn.Conv2d(128, characters + 1, 1)
        self.look = nn.Sequential(conv(96, 24, 1), nn.AdaptiveAvgPool2d((3, 20)))
        self.countries = nn.Sequential(nn.Linear(24 * 60, 64), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(64, countries))

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Log-probabilities [N, 40, characters + 1], blank first, and [N, countries]."""
        x = crops.permute(0, 3, 1, 2).float()
        x = x - x.mean(dim=(1, 2, 3), keepdim=True)
        x = x / (x.pow(2).mean(dim=(1, 2, 3), keepdim=True).sqrt() + 4.0)
        x = x.type_as(self.characters.weight).contiguous(memory_format=torch.channels_last)  # weights may be converted
        x = self.features(x)
        text = self.characters(self.line(self.column(x))).squeeze(2).permute(0, 2, 1)
        country = self.countries(self.look(x).flatten(1))
        return text.float().log_softmax(dim=2), country.float().log_softmax(dim=1)
