"""Keep rates of name tokens: how often blocks under a token are kept, as log odds, learned leaving each domain out."""
import numpy as np

BUCKETS = 1 << 18
SMOOTH = 2.0
MIN_DOMAINS = 3
INNER = 4


def tables_and_features(data, train, seed=0):
    """For pages in `train` the rates come from other domains; for the rest from all of `train`."""
    rng = np.random.RandomState(seed)
    names, dom = np.unique(data.domain, return_inverse=True)
    inner = rng.randint(0, INNER, len(names))
    features, columns, tables = [], [], {}
    for family in data.families:
        tokens, off = data.tokens[family]
        block = np.repeat(np.arange(len(data.page)), np.diff(off))
        page = data.page[block]
        d = dom[page]
        use = train[page] & (data.label[block] != 2)
        key = tokens[use].astype(np.int64) * len(names) + d[use]
        unique, inverse = np.unique(key, return_inverse=True)
        rate = np.bincount(inverse, data.label[block[use]] == 1) / np.bincount(inverse)
        token, of = (unique // len(names)).astype(int), (unique % len(names)).astype(int)
        base = rate.mean()

        def table(mask):
            kept = np.bincount(token[mask], rate[mask], minlength=BUCKETS)
            n = np.bincount(token[mask], minlength=BUCKETS)
            odds = np.log((kept + SMOOTH * base) / (n - kept + SMOOTH * (1 - base))) - np.log(base / (1 - base))
            odds[n < MIN_DOMAINS] = 0
            # What ships is rounded to an eighth; train on what ships.
            return (np.clip(np.round(odds * 16), -127, 127) / 16).astype(np.float32)

        full = table(np.ones(len(token), bool))
        tables[family] = full
        value = full[tokens]
        for j in range(INNER):
            own = train[page] & (inner[d] == j)
            value[own] = table(inner[of] != j)[tokens[own]]
        features += encode(value, off)
        columns += ['%s.%s' % (family, x) for x in ('mean', 'max', 'min', 'sum')]
    return np.array(features, np.float32).T, columns, tables


def encode(value, off):
    length = np.diff(off)
    some = length > 0
    at = off[:-1][some]
    out = [np.zeros(len(length), np.float32) for _ in range(4)]
    if len(value):
        total = np.add.reduceat(value, at)
        out[0][some] = total / length[some]
        out[1][some] = np.maximum.reduceat(value, at)
        out[2][some] = np.minimum.reduceat(value, at)
        out[3][some] = total
    return out
