#!/usr/bin/python3
"""Trains the models of whole pages: their type, and how good the result is likely to be.

    pages.py SIGNALS OUTPUT [--format html|text]

SIGNALS is what `archivescrub-quality features --models OUTPUT` wrote, OUTPUT the folder of train.py. It receives
html-page.model and text-page.model, in each fold's folder too (trained without the pages of the fold). Same inputs, same models.
"""
import argparse
import json
import os

import numpy as np
import xgboost as xgb

import model_file
from data import TYPES

COMMON = dict(tree_method='hist', max_bin=64, nthread=1, learning_rate=.1, subsample=.8, colsample_bytree=.3, seed=1)
TYPE = dict(COMMON, objective='multi:softprob', num_class=len(TYPES), max_depth=3, base_score=.5)
QUALITY = dict(COMMON, objective='reg:squarederror', max_depth=3, learning_rate=.05, min_child_weight=8, base_score=.8)
TYPE_ROUNDS, QUALITY_ROUNDS = 60, 150


def read(folder):
    with open(os.path.join(folder, 'pages.json')) as f:
        meta = json.load(f)
    x = np.fromfile(os.path.join(folder, 'pages.f32'), np.float32).reshape(-1, len(meta['names']))
    f1 = np.fromfile(os.path.join(folder, 'f1.f32'), np.float32)
    return meta['names'], meta['ids'], np.array([TYPES.index(t) for t in meta['types']]), x, f1


def fit(x, types, f1, of_types, pages):
    """The two models on some of the pages; the quality learns from types that were told out of fold."""
    kind = xgb.train(TYPE, xgb.DMatrix(x[pages], types[pages]), TYPE_ROUNDS)
    quality = xgb.train(QUALITY, xgb.DMatrix(np.concatenate([x, of_types], 1)[pages], f1[pages]), QUALITY_ROUNDS)
    return kind, quality


def out_of_fold_types(x, types, fold):
    p = np.zeros((len(x), len(TYPES)), np.float32)
    for k in range(fold.max() + 1):
        kind = xgb.train(TYPE, xgb.DMatrix(x[fold != k], types[fold != k]), TYPE_ROUNDS)
        p[fold == k] = kind.predict(xgb.DMatrix(x[fold == k]))
    return p


def write(path, names, kind, quality):
    kind.feature_names = names
    quality.feature_names = names + ['type.' + t for t in TYPES]
    of_type = list(model_file.trees_of(kind))
    with open(path, 'wb') as f:
        f.write(b'ASP1')
        model_file.write_names(f, names)
        model_file.write_names(f, TYPES)
        for t in range(len(TYPES)):
            model_file.write_trees(f, of_type[t::len(TYPES)])
        model_file.write_trees(f, model_file.trees_of(quality), QUALITY['base_score'])


def report(kind, types, f1, of_types, predicted):
    told = of_types.argmax(1)
    print('%s type: %.3f right | %s' % (kind, (told == types).mean(), ' '.join('%s %.2f' % (t[:4], (told[types == i] == i).mean()) for i, t in enumerate(TYPES))))
    sure = of_types.max(1)
    for low, high in ((0, .5), (.5, .7), (.7, .9), (.9, 1.01)):
        m = (sure >= low) & (sure < high)
        print('  confidence %.1f-%.1f: %4d pages, said %.2f, right %.2f' % (low, high, m.sum(), sure[m].mean(), (told == types)[m].mean()))
    rank = lambda v: np.argsort(np.argsort(v))
    print('%s quality: mean error %.3f (of the mean alone %.3f), rank correlation %.2f' % (
        kind, np.abs(predicted - f1).mean(), np.abs(f1.mean() - f1).mean(), np.corrcoef(rank(predicted), rank(f1))[0, 1]))
    for low, high in ((0, .5), (.5, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01)):
        m = (predicted >= low) & (predicted < high)
        if m.any():
            print('  said %.1f-%.1f: %4d pages, said %.2f, F1 is %.2f' % (low, high, m.sum(), predicted[m].mean(), f1[m].mean()))


def main():
    args = argparse.ArgumentParser()
    args.add_argument('signals')
    args.add_argument('output')
    args.add_argument('--format')
    args = args.parse_args()
    with open(os.path.join(args.output, 'folds.json')) as f:
        folds = json.load(f)
    for form in [args.format] if args.format else ['html', 'text']:
        names, ids, types, x, f1 = read(os.path.join(args.signals, form))
        fold = np.array([folds[i] for i in ids])
        of_types = out_of_fold_types(x, types, fold)
        predicted = np.zeros(len(ids))
        for k in range(fold.max() + 1):
            kind, quality = fit(x, types, f1, of_types, fold != k)
            seen = kind.predict(xgb.DMatrix(x[fold == k]))
            predicted[fold == k] = np.clip(quality.predict(xgb.DMatrix(np.concatenate([x[fold == k], seen], 1))), 0, 1)
            write(os.path.join(args.output, 'fold%d' % k, form + '-page.model'), names, kind, quality)
        report(form, types, f1, of_types, predicted)
        write(os.path.join(args.output, form + '-page.model'), names, *fit(x, types, f1, of_types, np.ones(len(ids), bool)))


if __name__ == '__main__':
    main()
