#!/usr/bin/python3
"""Trains the block models: five folds by registrable domain for honest scores, then one model on all pages.

    train.py FEATURES OUTPUT [--format html|text] [--trees N] [--no-networks]

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
import sequence
from data import Data, folds

PARAMETERS = dict(tree_method='hist', max_depth=6, learning_rate=.075, subsample=.7, colsample_bytree=.2, min_child_weight=.3,
                  reg_lambda=2, max_bin=64, nthread=1, objective='binary:logistic', base_score=.5, seed=1)
BLOCKS_A_PAGE = 220
LOWEST, HIGHEST = .3, .5
TREE_SHARE = .5


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


def logistic(margin):
    return 1 / (1 + np.exp(-margin.astype(np.float64)))


def train_format(data, fold, output, kind, trees, with_networks, with_final):
    """Trains all models of one format; returns the out-of-fold probabilities: of the trees alone, and of all together."""
    t = time.time()
    log = lambda text: print('%s %s, %.0f s' % (kind, text, time.time() - t), flush=True)
    everything = np.ones(len(data.pages), bool)
    margin, gains, boosters = np.zeros(len(data.page), np.float32), {}, []
    for k in range(fold.max() + 1):
        booster, names, rates, tables = fit(data, fold != k, trees, k)
        test = fold[data.page] == k
        margin[test] = booster.predict(xgb.DMatrix(np.concatenate([data.x[test], rates[test]], 1), feature_names=names), output_margin=True)
        for name, gain in booster.get_score(importance_type='total_gain').items():
            gains[name] = gains.get(name, 0) + gain
        boosters.append((booster, names, tables))
        log('trees of fold %d' % k)
    if with_final:
        booster, names, rates, tables = fit(data, everything, trees, 9)
        boosters.append((booster, names, tables))
        log('trees of all folds')
    total = sum(gains.values())
    print(', '.join('%s %.1f' % (n, 100 * g / total) for n, g in sorted(gains.items(), key=lambda x: -x[1])[:30]))

    # A network learns from what trees said of pages that they had not seen, as it will be used.
    of_trees = logistic(margin)
    of_networks = np.zeros(len(data.page))
    inputs = sequence.Inputs(data, data.x, margin)
    for k, (booster, names, tables) in enumerate(boosters):
        is_final = k > fold.max()
        networks = []
        if with_networks:
            networks.append(sequence.train(data, inputs, everything if is_final else fold != k, 100 + k, log=log))
            if not is_final:
                test = fold[data.page] == k
                of_networks[test] = logistic(sequence.predict(data, inputs, networks[0], fold == k))[test]
            log('network of ' + ('all folds' if is_final else 'fold %d' % k))
        folder = output if is_final else os.path.join(output, 'fold%d' % k)
        os.makedirs(folder, exist_ok=True)
        model_file.write(os.path.join(folder, kind + '.model'), names, tables, data.families, booster, LOWEST, HIGHEST, networks, TREE_SHARE)
    np.save(os.path.join(output, kind + '.trees.npy'), of_trees)
    np.save(os.path.join(output, kind + '.networks.npy'), of_networks)
    return of_trees, TREE_SHARE * of_trees + (1 - TREE_SHARE) * of_networks if with_networks else of_trees


def main():
    args = argparse.ArgumentParser()
    args.add_argument('features')
    args.add_argument('output')
    args.add_argument('--format')
    args.add_argument('--trees', type=int, default=200)
    args.add_argument('--no-final', action='store_true')
    args.add_argument('--no-networks', action='store_true')
    args = args.parse_args()
    os.makedirs(args.output, exist_ok=True)
    for kind in [args.format] if args.format else ['html', 'text']:
        data = Data(os.path.join(args.features, kind))
        fold = folds(data)
        with open(os.path.join(args.output, 'folds.json'), 'w') as f:
            json.dump({page['id']: int(k) for page, k in zip(data.pages, fold)}, f)
        trees, p = train_format(data, fold, args.output, kind, args.trees, not args.no_networks, not args.no_final)
        open_blocks = ~np.isin(data.decided, [data.rules.index(r) for r in data.certain])
        everything = np.ones(len(p), bool)
        data.report(data.label == 1, kind + ' labels')
        data.report((data.label == 1) & open_blocks, kind + ' labels, certain rules')
        data.report(expected_f1(data, trees, everything), kind + ' trees alone')
        data.report(expected_f1(data, p, everything), kind + ' with networks')
        data.report(expected_f1(data, p, open_blocks), kind + ' with certain rules')


if __name__ == '__main__':
    main()
