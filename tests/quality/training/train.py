#!/usr/bin/python3
"""Trains the block models: five folds by registrable domain for honest scores, then one model on all pages.

    train.py FEATURES OUTPUT [--format html|text] [--trees N]

FEATURES is what `archivescrub-quality features` wrote. OUTPUT receives fold0 ... fold4 (models that have not seen the
pages of their fold), folds.json (page -> fold) and the final html.model and text.model. Same inputs, same models.
"""
import argparse
import json
import os
import time

import numpy as np
import xgboost as xgb

import encode
import model_file
from data import Data, folds

PARAMETERS = dict(tree_method='hist', max_depth=6, learning_rate=.1, subsample=.7, colsample_bytree=.3, min_child_weight=.3,
                  reg_lambda=2, max_bin=64, nthread=2, objective='binary:logistic', base_score=.5, seed=1)
BLOCKS_A_PAGE = 220
LOWEST, HIGHEST = .2, .5


def weights(data):
    """The square root of the words; each page sums to one; what is not scored weighs nothing."""
    w = np.sqrt(data.words) * (data.label != 2) * data.scored[data.page]
    total = np.bincount(data.page, w, minlength=len(data.pages))
    return w / np.maximum(total[data.page], 1e-6)


def fit(data, pages, trees, seed):
    rates, columns, tables = encode.tables_and_features(data, pages & data.scored)
    w = weights(data)
    share = np.minimum(1, BLOCKS_A_PAGE / np.maximum(1, data.blocks))[data.page]
    chosen = np.where(pages[data.page] & (w > 0) & (np.random.RandomState(seed).rand(len(share)) < share))[0]
    wt = w[chosen] / share[chosen]
    names = data.names + columns
    matrix = xgb.DMatrix(np.concatenate([data.x[chosen], rates[chosen]], 1), data.label[chosen] == 1, weight=wt / wt.mean(), feature_names=names)
    return xgb.train(PARAMETERS, matrix, trees), names, rates, tables


def expected_f1(data, p, open_blocks):
    """Keeps blocks down to the threshold of each page at which the expected F1 is greatest."""
    keep = np.zeros(len(p), bool)
    for i in range(len(data.pages)):
        at = np.arange(data.start[i], data.start[i + 1])
        at = at[open_blocks[at]]
        if len(at) == 0:
            continue
        order = np.argsort(-p[at], kind='stable')
        q, w = p[at][order], data.words[at][order]
        hits, kept = np.cumsum(q * w), np.cumsum(w)
        best = (2 * hits / (kept + hits[-1] + 1e-9)).argmax()
        keep[at] = p[at] >= np.clip(q[best], LOWEST, HIGHEST)
    return keep


def main():
    args = argparse.ArgumentParser()
    args.add_argument('features')
    args.add_argument('output')
    args.add_argument('--format')
    args.add_argument('--trees', type=int, default=150)
    args.add_argument('--no-final', action='store_true')
    args = args.parse_args()
    os.makedirs(args.output, exist_ok=True)
    for kind in [args.format] if args.format else ['html', 'text']:
        t = time.time()
        data = Data(os.path.join(args.features, kind))
        fold = folds(data)
        p = np.zeros(len(data.page), np.float32)
        gains = {}
        for k in range(fold.max() + 1):
            booster, names, rates, tables = fit(data, fold != k, args.trees, k)
            test = np.where(fold[data.page] == k)[0]
            p[test] = booster.predict(xgb.DMatrix(np.concatenate([data.x[test], rates[test]], 1), feature_names=names))
            for name, gain in booster.get_score(importance_type='total_gain').items():
                gains[name] = gains.get(name, 0) + gain
            folder = os.path.join(args.output, 'fold%d' % k)
            os.makedirs(folder, exist_ok=True)
            model_file.write(os.path.join(folder, kind + '.model'), names, tables, data.families, booster, LOWEST, HIGHEST)
            print('%s fold %d: %.0f s' % (kind, k, time.time() - t), flush=True)
        with open(os.path.join(args.output, 'folds.json'), 'w') as f:
            json.dump({page['id']: int(k) for page, k in zip(data.pages, fold)}, f)
        np.save(os.path.join(args.output, kind + '.oof.npy'), p)
        data.report(data.label == 1, kind + ' labels')
        open_blocks = ~np.isin(data.decided, [data.rules.index(r) for r in data.certain])
        data.report((data.label == 1) & open_blocks, kind + ' labels, certain rules')
        data.report(expected_f1(data, p, np.ones(len(p), bool)), kind + ' out of fold, model alone')
        data.report(expected_f1(data, p, open_blocks), kind + ' out of fold, with rules')
        total = sum(gains.values())
        print(', '.join('%s %.1f' % (n, 100 * g / total) for n, g in sorted(gains.items(), key=lambda x: -x[1])[:30]))
        if not args.no_final:
            booster, names, rates, tables = fit(data, np.ones(len(data.pages), bool), args.trees, 9)
            model_file.write(os.path.join(args.output, kind + '.model'), names, tables, data.families, booster, LOWEST, HIGHEST)
            print('%s: %.0f s' % (kind, time.time() - t), flush=True)


if __name__ == '__main__':
    main()
