"""Writes a trained ensemble as the library reads it (BlockModel.Read)."""
import json
import struct

import numpy as np

import sequence


def trees_of(booster):
    """Nodes of each tree in breadth-first order: (feature, left, threshold or value, mean); the right child follows the left."""
    names = {n: i for i, n in enumerate(booster.feature_names)}
    for text in booster.get_dump(dump_format='json', with_stats=True):
        root = json.loads(text)

        def mean(node):
            if 'leaf' in node:
                node['mean'] = node['leaf']
            else:
                a, b = node['children']
                mean(a), mean(b)
                node['mean'] = (a['mean'] * a['cover'] + b['mean'] * b['cover']) / max(1e-9, a['cover'] + b['cover'])

        mean(root)
        nodes, queue = [], [root]
        while queue:
            node = queue.pop(0)
            if 'leaf' in node:
                nodes.append((-1, 0, node['leaf'], node['mean']))
                continue
            left = len(nodes) + len(queue) + 1
            yes = next(c for c in node['children'] if c['nodeid'] == node['yes'])
            no = next(c for c in node['children'] if c['nodeid'] == node['no'])
            nodes.append((names[node['split']], left, node['split_condition'], node['mean']))
            queue += [yes, no]
        yield nodes


def write_text(f, text):
    data = text.encode()
    length = len(data)
    while length >= 0x80:
        f.write(bytes([length & 0x7F | 0x80]))
        length >>= 7
    f.write(bytes([length]) + data)


def write_names(f, names):
    f.write(struct.pack('<i', len(names)))
    for name in names:
        write_text(f, name)


def write_trees(f, trees, bias=0.0):
    """Writes an ensemble as TreeEnsemble.Read reads it."""
    trees = list(trees)
    f.write(struct.pack('<fi', bias, len(trees)))
    for nodes in trees:
        f.write(struct.pack('<i', len(nodes)))
        for feature, left, value, mean in nodes:
            f.write(struct.pack('<hhff', feature, left, value, mean))


def write(path, names, tables, families, booster, lowest, highest, networks, tree_share):
    with open(path, 'wb') as f:
        f.write(b'ASM2')
        write_names(f, names)
        f.write(struct.pack('<i', len(families)))
        for family in families:
            rates = np.round(tables[family] * 16).astype(np.int8)
            used = np.flatnonzero(rates)
            f.write(struct.pack('<i', len(used)))
            for token in used:
                f.write(struct.pack('<ib', int(token), int(rates[token])))
        f.write(struct.pack('<ff', lowest, highest))
        write_trees(f, trees_of(booster))
        f.write(struct.pack('<i', len(networks)))
        for network in networks:
            sequence.write(f, network)
        f.write(struct.pack('<f', tree_share))
