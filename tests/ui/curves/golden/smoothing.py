#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes smoothing.txt: TensorBoard's classicSmoothing() over a few series, by Python's own arithmetic.

A line each: name, weight, values, smoothed values; numbers are separated by commas and written so that they read back
the same. Run it here: python3 smoothing.py
"""
import math
import random


def classic_smoothing(values, weight):
    """As in TensorBoard's line charts: constant series are left alone, what is not finite passes and is forgotten."""
    if not values or weight <= 0 or all(value == values[0] for value in values):
        return list(values)
    last, count, result = 0.0, 0, []
    for value in values:
        if not math.isfinite(value):
            result.append(value)
            continue
        last = last * weight + (1 - weight) * value
        count += 1
        debias = 1.0 if weight == 1 else 1.0 - math.pow(weight, count)
        result.append(last / debias)
    return result


def main():
    random.seed(20)
    noisy = [2.3 * math.exp(-i / 9) + 0.1 * random.random() for i in range(40)]
    holes = noisy[:12] + [math.nan] + noisy[12:20] + [math.inf, -math.inf] + noisy[20:]
    series = {
        "noisy": noisy,
        "holes": holes,
        "first is none": [math.nan] + noisy[:9],
        "constant": [0.1] * 12,
        "constant at first": [0.1] * 12 + [0.4, 0.2],
        "zeros": [0.0] * 5,
        "one": [3.5],
        "negative": [-1.0, 2.0, -3.0, 4.0],
    }
    with open("smoothing.txt", "w", encoding="ascii") as out:
        for name, values in series.items():
            for weight in (0.0, 0.6, 0.9, 0.999):
                smoothed = classic_smoothing(values, weight)
                row = [",".join(repr(float(v)) for v in part) for part in (values, smoothed)]
                print(name, repr(weight), *row, sep=";", file=out)


if __name__ == "__main__":
    main()
