# SPDX-License-Identifier: GPL-3.0-or-later
"""What the last lesson's program prints in Python: python3 article_program.py > article_program.txt"""
import torch
from torch import nn


class SimpleCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.fc1 = nn.Linear(3136, 256)
        self.fc2 = nn.Linear(256, 10)

    def forward(self, x):
        x = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = nn.functional.max_pool2d(torch.relu(self.conv2(x)), 2)
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))


torch.manual_seed(0)
model = SimpleCNN()
torch.manual_seed(1)
x = torch.randint(0, 256, (1, 1, 28, 28))
x = (x / 255 - 0.1307) / 0.3081
with torch.no_grad():
    print(model(x))
