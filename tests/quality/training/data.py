"""Reads what `archivescrub-quality features` writes, and scores kept blocks by word F1."""
import json
import os
from urllib.parse import urlparse

import numpy as np

TYPES = ['article', 'documentation', 'service', 'forum', 'collection', 'listing', 'product']
SECOND_LEVEL = {'co', 'com', 'org', 'net', 'gov', 'edu', 'ac', 'gob', 'or', 'ne', 'go'}


def domain(url):
    """The registrable domain, by the common second levels."""
    host = (urlparse(url).hostname or '').split('.')
    n = 3 if len(host) > 2 and host[-2] in SECOND_LEVEL and len(host[-1]) == 2 else 2
    return '.'.join(host[-n:])


class Data:
    """All blocks of all pages of one format."""

    def __init__(self, folder):
        with open(os.path.join(folder, 'meta.json')) as f:
            meta = json.load(f)
        self.names, self.families, self.rules = meta['names'], meta['families'], meta['rules']
        self.certain = meta['certain']
        self.pages = meta['pages']
        read = lambda name, kind: np.fromfile(os.path.join(folder, name), kind)
        self.blocks = np.array([p['blocks'] for p in self.pages])
        self.start = np.concatenate([[0], np.cumsum(self.blocks)])
        self.page = np.repeat(np.arange(len(self.pages)), self.blocks)
        self.x = read('x.f32', np.float32).reshape(-1, len(self.names))
        self.label = read('label.i8', np.int8)
        self.decided = read('decided.i8', np.int8)
        self.words = read('words.i32', np.int32).astype(np.float32)
        role = read('role.u64', np.uint64)
        self.role = np.unique(np.stack([self.page.astype(np.uint64), role], 1), axis=0, return_inverse=True)[1]
        self.type = np.array([p['type'] for p in self.pages])
        self.domain = np.array([domain(p['url']) for p in self.pages])
        self.scored = np.array([p['scored'] for p in self.pages])
        self.gold_words = np.array([p['goldWords'] for p in self.pages])
        self.gold_counts = [np.array(p['goldCounts'], np.int64) for p in self.pages]
        self.gold = self.lists(folder, 'gold-ids')
        self.tokens = {f: self.lists(folder, 'token-' + f) for f in self.families}

    @staticmethod
    def lists(folder, name):
        path = os.path.join(folder, name)
        values = np.fromfile(path + '.i32', np.int32) if os.path.exists(path + '.i32') else np.zeros(0, np.int32)
        lengths = np.fromfile(path + '.len.i32', np.int32)
        return values, np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])

    def f1(self, keep):
        """Word F1 of each page for a mask over blocks."""
        out = np.zeros(len(self.pages))
        values, off = self.gold
        for i in range(len(self.pages)):
            a, b = self.start[i], self.start[i + 1]
            k = keep[a:b]
            n, g = self.words[a:b][k].sum(), self.gold_words[i]
            if g == 0:
                out[i] = float(n == 0)
                continue
            if n == 0:
                continue
            ids = values[off[a]:off[b]][np.repeat(k, np.diff(off[a:b + 1]))]
            hits = np.minimum(np.bincount(ids, minlength=len(self.gold_counts[i])), self.gold_counts[i]).sum()
            out[i] = 2 * hits / (n + g)
        return out

    def report(self, keep, name):
        f = self.f1(keep)
        s = self.scored
        print('%-28s %.4f | %s' % (name, f[s].mean(), ' '.join('%s %.3f' % (t[:4], f[s & (self.type == t)].mean()) for t in TYPES)), flush=True)
        return f


def folds(data, count=5, seed=1):
    """A fold for each page; pages of one registrable domain share it."""
    rng = np.random.RandomState(seed)
    names, sizes = np.unique(data.domain, return_counts=True)
    load, of = [0] * count, {}
    for i in sorted(range(len(names)), key=lambda i: (-sizes[i], rng.rand())):
        k = int(np.argmin(load))
        of[names[i]] = k
        load[k] += sizes[i]
    return np.array([of[d] for d in data.domain])
