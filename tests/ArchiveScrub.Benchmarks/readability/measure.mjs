// Measures @mozilla/readability with jsdom as MeasuringLoop.cs measures the others: LIST PASSES SECONDS, then a line of JSON.
import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

const [list, passes, seconds] = process.argv.slice(2);
const files = readFileSync(list, 'utf8').split('\n').filter(Boolean);
const silent = new VirtualConsole(); // style sheets that jsdom cannot read are no concern here
const version = name => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;

function run(bytes) {
  const dom = new JSDOM(bytes, { contentType: 'text/html', virtualConsole: silent }); // a fresh document each page
  const article = new Readability(dom.window.document).parse();
  dom.window.close();
  return article?.textContent?.length ?? 0;
}

async function pass() {
  const result = { times: [], failures: 0, size: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    const before = process.cpuUsage();
    try {
      result.size += run(bytes);
    } catch {
      result.failures++;
    }

    const { user, system } = process.cpuUsage(before);
    result.times.push((user + system) * 1000);
    await setImmediate(); // jsdom lets go of a document in the event loop only: without it memory grows until Node.js gives up
  }

  return result;
}

const started = performance.now();
const elapsed = () => (performance.now() - started) / 1000;
do {
  await pass();
} while (elapsed() < 8);

const done = [];
do {
  done.push(await pass());
} while (done.length < Number(passes) && elapsed() < Number(seconds));

// ru_maxrss would count what the process that started this one had.
const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
const peak = Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) * 1024;
const sum = numbers => numbers.reduce((a, b) => a + b, 0);
console.log(JSON.stringify({
  Version: `${version('@mozilla/readability')}, jsdom ${version('jsdom')}, Node.js ${process.versions.node}`,
  Passes: done.length,
  PageNanoseconds: files.map((_, i) => Math.min(...done.map(one => one.times[i]))),
  ProcessNanoseconds: sum(done.flatMap(one => one.times)),
  ThreadNanoseconds: null,
  PageBytes: sum(files.map(file => readFileSync(file).length)),
  AllocatedBytes: null,
  PeakBytes: peak,
  Failures: done[0].failures,
}));
