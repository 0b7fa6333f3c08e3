"""The networks that judge the blocks of a page together (SequenceNetwork in C#), on top of what the trees said.

The loss is cross entropy (blocks by the square root of their words) plus one minus the word F1 of the page, with
probabilities for decisions: what is scored is trained.
"""
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, EPOCHS, RATE, DECAY, DROP, EMA = 32, 8, 3e-3, 1e-2, .15, .99
BEFORE, AFTER = (1, 2, 4, 8), (1, 4, 16)
DOUBT = .15  # of the target is what the trees said of a page that they had not seen: gold is sometimes wrong
CAP = 700  # blocks of a page that one step sees; longer pages are cut at random
BATCH = 3500  # blocks


class Inputs:
    """The columns of SequenceInputs in C#, scaled as InputScale does; built from margins of models that had not seen the page."""

    def __init__(self, data, features, margin):
        words = data.x[:, data.names.index('words')].astype(np.float64)
        p = 1 / (1 + np.exp(-margin.astype(np.float64)))
        role = data.role
        total = lambda v: np.bincount(data.page, v, minlength=len(data.pages))
        of_role = np.bincount(role, p * (words + .5)) / np.maximum(np.bincount(role, words + .5), 1e-9)
        kept = total(p * words)
        extra = [margin, p, of_role[role], np.bincount(role)[role], (kept / np.maximum(1, total(words)))[data.page], kept[data.page]]
        self.x = np.concatenate([np.array(extra, np.float32).T, features], 1)
        self.words = words.astype(np.float32)
        self.p = p

    def scale(self, pages_of_block):
        sample = self.x[pages_of_block][::7]
        middle = np.median(sample, 0).astype(np.float32)
        spread = (np.abs(sample - middle).mean(0) + 1e-3).astype(np.float32)
        return middle, spread


class Network(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        conv = lambda reach: nn.Conv1d(WIDTH, WIDTH, 3, padding=reach, dilation=reach)
        self.first = nn.Linear(inputs, WIDTH)
        self.before = nn.ModuleList([conv(r) for r in BEFORE])
        self.page = nn.Linear(2 * WIDTH, WIDTH)
        self.after = nn.ModuleList([conv(r) for r in AFTER])
        self.last = nn.Linear(WIDTH, 1)
        self.drop, self.drop2 = nn.Dropout(DROP), nn.Dropout(DROP / 2)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)

    def forward(self, x, mask, words):
        mask = mask[:, None]
        h = F.relu(self.first(self.drop(x))).transpose(1, 2) * mask
        for conv in self.before:
            h = (h + F.relu(conv(self.drop2(h)))) * mask
        weight = torch.sqrt(words)[:, None] * mask
        mean = (h * weight).sum(2) / (weight.sum(2) + 1e-6)
        h = (h + F.relu(self.page(torch.cat([mean, h.amax(2)], 1)))[:, :, None]) * mask
        for conv in self.after:
            h = (h + F.relu(conv(self.drop2(h)))) * mask
        return self.last(h.transpose(1, 2))[..., 0]


def batches(data, pages, rng=None):
    size = lambda i: min(data.blocks[i], CAP) if rng else data.blocks[i]
    order = sorted((i for i in pages if data.blocks[i]), key=lambda i: size(i) + (rng.rand() * 60 if rng else 0))
    result, current = [], []
    for i in order:
        if current and max(size(j) for j in current + [i]) * (len(current) + 1) > BATCH:
            result.append(current)
            current = []
        current.append(i)
    result += [current] if current else []
    if rng:
        rng.shuffle(result)
    return result


def gather(data, arrays, batch, rng=None):
    spans = []
    for i in batch:
        a, b = data.start[i], data.start[i + 1]
        if rng and b - a > CAP:
            a += rng.randint(0, b - a - CAP + 1)
            b = a + CAP
        spans.append((a, b))
    longest = max(b - a for a, b in spans)
    out = [torch.zeros((len(spans), longest) + v.shape[1:]) for v in arrays]
    mask = torch.zeros(len(spans), longest)
    for k, (a, b) in enumerate(spans):
        mask[k, :b - a] = 1
        for v, o in zip(arrays, out):
            o[k, :b - a] = v[a:b]
    return spans, mask, out


def train(data, inputs, pages, seed, log=print):
    """Trains on the pages of the mask; returns the network and the scales of its inputs."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = np.random.RandomState(seed)
    middle, spread = inputs.scale(pages[data.page])
    arrays = tensors(data, inputs, middle, spread)
    chosen = [i for i in range(len(data.pages)) if pages[i] and data.scored[i]]
    network = Network(inputs.x.shape[1])
    steps = (len(batches(data, chosen, np.random.RandomState(seed))) + 5) * EPOCHS
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=.15)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    network.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(data, chosen, rng):
            _, mask, (x, label, valid, words, seen) = gather(data, arrays, batch, rng)
            z = network(x, mask, seen)
            weight = torch.sqrt(words) * valid
            weight = weight / (weight.sum(1, keepdim=True) + 1e-6)
            entropy = (F.binary_cross_entropy_with_logits(z, label, reduction='none') * weight).sum(1)
            q, w = torch.sigmoid(z), words * valid
            f1 = (2 * (q * label * w).sum(1) + 1) / ((q * w).sum(1) + (label * w).sum(1) + 1)
            loss = (entropy + 1 - f1).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.)
            optimizer.step()
            schedule.step()
            losses.append(float(loss))
            for name, value in network.state_dict().items():
                average[name].mul_(EMA).add_(value, alpha=1 - EMA)
        log('  epoch %d: loss %.4f' % (epoch, np.mean(losses)))
    # What ships is rounded to half precision.
    network.load_state_dict({name: value.half().float() if name.endswith('weight') and 'last' not in name else value for name, value in average.items()})
    return network.eval(), middle, spread


def tensors(data, inputs, middle, spread):
    distance = inputs.x - middle
    x = distance / (np.abs(distance) + spread)
    valid = ((data.label != 2) & data.scored[data.page]).astype(np.float32)
    target = (1 - DOUBT) * (data.label == 1) + DOUBT * inputs.p
    return [torch.from_numpy(np.asarray(v, np.float32)) for v in (x, target, valid, data.words, inputs.words)]


def predict(data, inputs, trained, pages):
    """Log odds of the blocks of the pages of the mask; of the others nothing is said."""
    network, middle, spread = trained
    arrays = tensors(data, inputs, middle, spread)
    out = np.zeros(len(data.page), np.float32)
    with torch.no_grad():
        for batch in batches(data, np.flatnonzero(pages)):
            spans, mask, (x, _, _, _, seen) = gather(data, arrays, batch)
            for z, (a, b) in zip(network(x, mask, seen).numpy(), spans):
                out[a:b] = z[:b - a]
    return out


def write(f, trained):
    """Writes a network as SequenceNetwork.Read reads it."""
    network, middle, spread = trained
    f.write(struct.pack('<i', len(middle)))
    for column, (m, s) in enumerate(zip(middle, spread)):
        f.write(struct.pack('<iff', column, m, s))

    def layer(module, reach):
        weight, bias = module.weight.detach().numpy(), module.bias.detach().numpy()
        taps = 1 if weight.ndim == 2 else weight.shape[2]
        f.write(struct.pack('<iiii', weight.shape[1], weight.shape[0], taps, reach))
        weight = weight.reshape(weight.shape[0], weight.shape[1], taps)
        f.write(np.ascontiguousarray(weight.transpose(2, 1, 0)).astype('<f2').tobytes())
        f.write(bias.astype('<f4').tobytes())

    layer(network.first, 0)
    f.write(struct.pack('<i', len(BEFORE)))
    for module, reach in zip(network.before, BEFORE):
        layer(module, reach)
    layer(network.page, 0)
    f.write(struct.pack('<i', len(AFTER)))
    for module, reach in zip(network.after, AFTER):
        layer(module, reach)
    f.write(network.last.weight.detach().numpy().astype('<f4').tobytes())
    f.write(network.last.bias.detach().numpy().astype('<f4').tobytes())
