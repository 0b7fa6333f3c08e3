#!/usr/bin/python3
"""Writes MODEL_CARD.md: the text of card.md, and the figures of two runs of `archivescrub-quality score --json`.

    card.py UNSEEN SEEN MODELS

UNSEEN are the figures of models that had not seen the sites of the pages, SEEN those of the shipped models on their own training pages.
"""
import hashlib
import json
import os
import sys

TYPES = ['article', 'documentation', 'service', 'forum', 'collection', 'listing', 'product']


def f1(words):
    return 1.0 if words['gold'] + words['output'] == 0 else 2 * words['hits'] / (words['gold'] + words['output'])


def row(name, pages):
    mean = lambda some: sum(f1(p['words']) for p in some) / max(1, len(some))
    cells = [mean(pages)] + [mean([p for p in pages if p['type'] == t]) for t in TYPES]
    found, wanted, leaked, forbidden = (sum(p['snippets'][k] for p in pages) for k in ('found', 'wanted', 'leaked', 'forbidden'))
    cells += [found / wanted, leaked / forbidden]
    return '| %s | %s |\n' % (name, ' | '.join(('%.3f' % c).lstrip('0') if c < 1 else '1' for c in cells))


def main():
    unseen, seen, models = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, 'card.md')) as f:
        text = f.read()
    table = '| word F1 | all | ' + ' | '.join(TYPES) + ' | wanted snippets found | unwanted leaked |\n' + '|---' * (len(TYPES) + 4) + '|\n'
    for form, name in (('html', 'HTML'), ('text', 'text captures')):
        for path, how in ((unseen, 'sites not seen'), (seen, 'trained on them')):
            with open(path) as f:
                pages = [p for p in json.load(f) if p['format'] == form and p['isScored']]
            table += row('%s, %s' % (name, how), pages)
    files = ''
    for name in sorted(n for n in os.listdir(models) if n.endswith('.model')):
        with open(os.path.join(models, name), 'rb') as f:
            data = f.read()
        files += '| `%s` | %d | `%s` |\n' % (name, len(data), hashlib.sha256(data).hexdigest())
    text = text.replace('{figures}', table).replace('{files}', '| file | bytes | SHA-256 |\n|---|---|---|\n' + files)
    with open(os.path.join(here, 'MODEL_CARD.md'), 'w') as f:
        f.write(text)


if __name__ == '__main__':
    main()
