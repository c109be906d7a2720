#!/usr/bin/env python3
"""Time of one training step of 784-256-128-10 in numpy (Debian: python3-numpy), on one thread, as `Epochs` measures ours.

usage: numpy-epoch.py [rounds]
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

import statistics
import sys
import time

import numpy as np

WIDTHS = [784, 256, 128, 10]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def step(weights, biases, inputs, targets, rate):
    """Plain gradient descent on the cross-entropy of a softmax, hidden units sigmoid."""
    outputs = [inputs]
    for weight, bias in zip(weights[:-1], biases[:-1]):
        outputs.append(sigmoid(outputs[-1] @ weight + bias))
    sums = outputs[-1] @ weights[-1] + biases[-1]
    shares = np.exp(sums - sums.max(axis=1, keepdims=True))
    delta = (shares / shares.sum(axis=1, keepdims=True) - targets) / len(inputs)
    for layer in reversed(range(len(weights))):
        gradient, of_bias = outputs[layer].T @ delta, delta.sum(axis=0)
        if layer > 0:
            delta = (delta @ weights[layer].T) * outputs[layer] * (1 - outputs[layer])
        weights[layer] -= rate * gradient
        biases[layer] -= rate * of_bias


def measure(batch, seconds):
    random = np.random.default_rng(1)
    weights = [random.normal(0, 0.05, (a, b)).astype(np.float32) for a, b in zip(WIDTHS, WIDTHS[1:])]
    biases = [np.zeros(width, np.float32) for width in WIDTHS[1:]]
    images = [np.maximum(0, 5 * random.random((batch, 784), np.float32) - 4) for _ in range(32)]
    targets = np.eye(10, dtype=np.float32)[random.integers(0, 10, (32, batch))]
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        for image, target in zip(images, targets):
            step(weights, biases, image, target, np.float32(0.05))
        times.append((time.perf_counter() - start) / len(images))
    return statistics.median(times)


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for batch in (64, 10, 1):
        best = statistics.median(measure(batch, 1) for _ in range(rounds))
        print(f"numpy {np.__version__}, batch {batch}: {1e6 * best:.1f} us a step, {60000 / batch * best:.2f} s an epoch")
