#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes calibration.txt: overconfident logits with labels, and what Python makes of them by other ways than ours.

The temperature by golden-section search on the likelihood itself, the calibration error bin by bin as in the code of
Guo et al., AUROC by comparing every pair. Run it here: python3 calibration.py
"""
import math
import random

CLASSES, GLYPHS, BINS = 4, 300, 15


def log_sum_exp(values):
    highest = max(values)
    return highest + math.log(sum(math.exp(v - highest) for v in values))


def likelihood(logits, labels, temperature):
    total = 0.0
    for row, label in zip(logits, labels):
        scaled = [z / temperature for z in row]
        total += log_sum_exp(scaled) - scaled[label]
    return total / len(labels)


def golden_section(function, low, high):
    ratio = (math.sqrt(5) - 1) / 2
    a, b = high - ratio * (high - low), low + ratio * (high - low)
    while high - low > 1e-9:
        if function(a) < function(b):
            high, b = b, a
            a = high - ratio * (high - low)
        else:
            low, a = a, b
            b = low + ratio * (high - low)
    return (low + high) / 2


def calibration_error(logits, labels):
    confidences = [math.exp(max(row) - log_sum_exp(row)) for row in logits]
    right = [row.index(max(row)) == label for row, label in zip(logits, labels)]
    error = 0.0
    for i in range(BINS):
        inside = [k for k, c in enumerate(confidences) if i / BINS < c <= (i + 1) / BINS]
        if inside:
            accuracy = sum(right[k] for k in inside) / len(inside)
            confidence = sum(confidences[k] for k in inside) / len(inside)
            error += abs(accuracy - confidence) * len(inside) / len(confidences)
    return error


def auroc(positives, negatives):
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


def main():
    random.seed(5)
    logits, labels = [], []
    for _ in range(GLYPHS):
        label = random.randrange(CLASSES)
        row = [random.gauss(0, 4) + (4 if k == label else 0) for k in range(CLASSES)]
        logits.append([round(z, 3) for z in row])
        labels.append(label)
    positives = [float(random.randrange(3, 20)) for _ in range(150)]
    negatives = [float(random.randrange(0, 14)) for _ in range(130)]
    temperature = golden_section(lambda t: likelihood(logits, labels, t), 0.05, 20)
    with open("calibration.txt", "w", encoding="ascii") as file:
        def line(name, values):
            file.write(name + " " + ",".join(repr(v) for v in values) + "\n")
        line("logits", [z for row in logits for z in row])
        line("labels", labels)
        line("temperature", [temperature])
        line("likelihood", [likelihood(logits, labels, 1), likelihood(logits, labels, temperature)])
        line("calibration_error", [calibration_error(logits, labels)])
        line("positives", positives)
        line("negatives", negatives)
        line("auroc", [auroc(positives, negatives)])


main()
