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
LEAST_SHOWN, LEAST_TOLD = 0.0, 0.5  # as in DatelineFinder

# What we hold of signals that the corpus shows too seldom to say: points are drawn towards these, all others towards 0.
PRIOR = {"told:path": 2.5, "told:NewsArticle": 3.5, "told:ReportageNewsArticle": 2.0, "told:BlogPosting": 1.5, "told:Article": 1.0}


def load(path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    count = collections.Counter(s for row in rows for date in row["dates"] for s in set(date["Signals"]))
    names = sorted({s for s in count if count[s] >= LEAST} | set(PRIOR))
    index = {name: i for i, name in enumerate(names)}
    pages = []
    for row in rows:
        gold = row["gold"]
        hidden = gold is not None and gold.startswith("hidden:")
        if hidden:  # the gold has a date that the page does not show: what it tells machines may have it
            gold = gold.removeprefix("hidden:")
            if row["format"] == "text" or all(date["day"] != gold for date in row["dates"]):
                continue
        x = np.zeros((len(row["dates"]), len(names)))
        for i, date in enumerate(row["dates"]):
            for signal in date["Signals"]:
                if signal in index:
                    x[i, index[signal]] = 1
        right = np.array([gold is not None and date["day"] == gold for date in row["dates"]], bool)
        site = ".".join(row["site"].split(".")[-2:])
        pages.append((row["format"] + ("-hidden" if hidden else ""), zlib.crc32(site.encode()) % FOLDS, x, right, gold is not None))
    return names, pages


def loss(w, pages, prior):
    total, gradient = L2 * ((w - prior) @ (w - prior)) / 2, L2 * (w - prior)
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


def fit(pages, names, steps=300, memory=10):
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    w = prior.copy()
    f, g = loss(w, pages, prior)
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
            f2, g2 = loss(w - t * q, pages, prior)
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


def score(w, names, pages, tally):
    told = np.array([name.startswith("told:") for name in names])
    for kind, _, x, right, dated in pages:
        s = x @ w
        only_told = x[:, told].any(axis=1)
        best = -1
        for candidates, least in ((~only_told, LEAST_SHOWN), (only_told, LEAST_TOLD)):  # what is shown comes first
            if best < 0 and candidates.any() and (top := np.where(candidates, s, -np.inf)).max() > least:
                best = int(top.argmax())
        kind += "" if dated else "-undated"
        tally[kind] += (best >= 0 and right[best]) if dated else best < 0
        tally[kind + " of"] += 1


def report(title, tally):
    print(title, ", ".join(f"{k} {tally[k]} of {tally[k + ' of']} ({100 * tally[k] / tally[k + ' of']:.1f} %)" for k in ("text", "text-undated", "html", "html-undated", "html-hidden")))


def main(source, target):
    names, pages = load(source)
    tally = collections.Counter()
    for fold in range(FOLDS):
        score(fit([p for p in pages if p[1] != fold], names), names, [p for p in pages if p[1] == fold], tally)
    report("out of fold:", tally)
    w = fit(pages, names)
    tally = collections.Counter()
    score(np.round(w, 2), names, pages, tally)
    report("on the pages themselves:", tally)
    head = [line for line in open(target, encoding="utf-8") if line.startswith("#")]
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(head)
        file.writelines(f"{name}\t{points:.2f}\n" for name, points in zip(names, w) if abs(points) >= 0.005)


main(*sys.argv[1:])
