"""Fits the points of functions/ArchiveScrub/Datelines/signals.tsv to what `datelines --signals FILE` wrote.

Usage: fit-signals.py SIGNALS.jsonl SIGNALS.tsv

A conditional choice: the dates of a page, and "no date" at 0 points, compete; the gold day should win, or "no date" on
a page whose gold has none. Logistic loss, L2, L-BFGS. Prints the score out of fold (five folds by site), then writes
the points of a fit to all pages. Needs Python 3 and numpy.
"""
import collections
import json
import sys
import zlib

import numpy as np

L2 = 3.0
LEAST = 8  # a signal on fewer dates gets no points
FOLDS = 5


def load(path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    count = collections.Counter(s for row in rows for date in row["dates"] for s in set(date["Signals"]))
    names = sorted(s for s in count if count[s] >= LEAST)
    index = {name: i for i, name in enumerate(names)}
    pages = []
    for row in rows:
        gold = row["gold"]
        if gold and gold.startswith("hidden:"):
            continue  # the gold has a date that the page does not show
        x = np.zeros((len(row["dates"]), len(names)))
        for i, date in enumerate(row["dates"]):
            for signal in date["Signals"]:
                if signal in index:
                    x[i, index[signal]] = 1
        right = np.array([gold is not None and date["day"] == gold for date in row["dates"]], bool)
        site = ".".join(row["site"].split(".")[-2:])
        pages.append((row["format"], zlib.crc32(site.encode()) % FOLDS, x, right, gold is not None))
    return names, pages


def loss(w, pages):
    total, gradient = L2 * (w @ w) / 2, L2 * w
    for _, _, x, right, dated in pages:
        if len(right) == 0 or (dated and not right.any()):
            continue
        s = np.append(x @ w, 0.0)
        p = np.exp(s - s.max())
        p /= p.sum()
        wanted = p * np.append(right, not dated)
        total -= np.log(wanted.sum())
        gradient = gradient + x.T @ (p - wanted / wanted.sum())[:-1]
    return total, gradient


def fit(pages, n, steps=300, memory=10):
    w = np.zeros(n)
    f, g = loss(w, pages)
    history = collections.deque(maxlen=memory)
    for _ in range(steps):
        q, alphas = g.copy(), []
        for s, y, r in reversed(history):
            alphas.append(r * (s @ q))
            q = q - alphas[-1] * y
        q = q * ((history[-1][0] @ history[-1][1]) / (history[-1][1] @ history[-1][1]) if history else 1 / max(1, np.abs(g).sum()))
        for (s, y, r), a in zip(history, reversed(alphas)):
            q = q + s * (a - r * (y @ q))
        t = 1.0
        while True:
            f2, g2 = loss(w - t * q, pages)
            if f2 <= f - 1e-4 * t * (g @ q) or t < 1e-8:
                break
            t /= 2
        s, y = -t * q, g2 - g
        if s @ y > 1e-10:
            history.append((s, y, 1 / (s @ y)))
        done, w, f, g = abs(f - f2) < 1e-4, w + s, f2, g2
        if done:
            break
    return w


def score(w, pages, tally):
    for kind, _, x, right, dated in pages:
        s = x @ w
        best = int(s.argmax()) if len(right) and s.max() > 0 else -1
        tally[kind + ("" if dated else "-undated")] += (best >= 0 and right[best]) if dated else best < 0
        tally[kind + ("" if dated else "-undated") + " of"] += 1


def report(title, tally):
    print(title, ", ".join(f"{k} {tally[k]} of {tally[k + ' of']} ({100 * tally[k] / tally[k + ' of']:.1f} %)" for k in ("text", "text-undated", "html", "html-undated")))


def main(source, target):
    names, pages = load(source)
    tally = collections.Counter()
    for fold in range(FOLDS):
        score(fit([p for p in pages if p[1] != fold], len(names)), [p for p in pages if p[1] == fold], tally)
    report("out of fold:", tally)
    w = fit(pages, len(names))
    tally = collections.Counter()
    score(np.round(w, 2), pages, tally)
    report("on the pages themselves:", tally)
    head = [line for line in open(target, encoding="utf-8") if line.startswith("#")]
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(head)
        file.writelines(f"{name}\t{points:.2f}\n" for name, points in zip(names, w) if abs(points) >= 0.005)


main(*sys.argv[1:])
