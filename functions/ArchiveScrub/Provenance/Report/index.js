"use strict";
// The report of many pages: the table is made of the data, a part at a time, and only ever of text nodes.
(() => {
  const $ = id => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const atOnce = 200;
  const pages = data.pages.map(([name, title, words, removed, confidence, flags, odd, link, ...shares], i) =>
    ({ i, name, title, words, removed, confidence, flags, odd, link, shares, text: `${name}\n${title}`.toLowerCase() }));
  const share = (page, kind) => {
    const at = page.shares.findIndex((value, j) => j % 2 === 0 && value === kind);
    return at < 0 ? 0 : page.shares[at + 1];
  };
  const percent = tenths => `${(tenths / 10).toFixed(tenths < 100 ? 1 : 0)} %`;
  const number = n => n.toLocaleString("en");
  let column = "page", isDown = false, shown = atOnce, found = [], chosen = -1;

  const keys = {
    page: page => page.i,
    words: page => page.words,
    removed: page => ($("kind").value === "" ? page.removed : share(page, Number($("kind").value))),
    confidence: page => page.confidence,
    review: page => page.flags.length + page.odd.length,
  };

  function filter() {
    const words = $("search").value.trim().toLowerCase();
    const review = $("review").value;
    const kind = $("kind").value === "" ? -1 : Number($("kind").value);
    found = pages.filter(page => (words === "" || page.text.includes(words))
      && (review === "" || (review === "any" ? page.flags.length > 0 : review === "odd" ? page.odd.length > 0 : page.flags.includes(Number(review))))
      && (kind < 0 || share(page, kind) > 0));
    const key = keys[column];
    found.sort((a, b) => (isDown ? key(b) - key(a) : key(a) - key(b)) || a.i - b.i);
    shown = atOnce;
    draw();
  }

  function draw() {
    const rows = document.createDocumentFragment();
    found.slice(0, shown).forEach(page => rows.append(row(page)));
    $("rows").replaceChildren(rows);
    $("count").textContent = `${number(Math.min(shown, found.length))} of ${number(found.length)} pages shown${found.length < pages.length ? `, ${number(pages.length)} in all` : ""}`;
    $("more").hidden = found.length <= shown;
    $("none").hidden = found.length > 0;
  }

  function element(name, style, text) {
    const made = document.createElement(name);
    if (style) {
      made.className = style;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function row(page) {
    const tr = element("tr");
    if (page.i === chosen) {
      tr.setAttribute("aria-current", "true");
    }
    const first = element("td");
    const title = element(page.link ? "a" : "span", "title", page.title || page.name);
    if (page.link) {
      title.href = page.link;
    }
    first.append(title, element("span", "name", page.name));
    const removed = element("td", "num", percent(page.removed));
    removed.dataset.label = "Removed";
    const bar = element("div", "bar");
    for (let j = 0; j < page.shares.length; j += 2) {
      const part = element("i");
      part.dataset.t = data.kinds[page.shares[j]];
      part.title = `${data.kinds[page.shares[j]]} ${percent(page.shares[j + 1])}`;
      part.style.width = `${page.shares[j + 1] / 10}%`;
      bar.append(part);
    }
    removed.append(bar);
    const words = element("td", "num", number(page.words));
    words.dataset.label = "Words";
    const confidence = element("td", "num", (page.confidence / 100).toFixed(2));
    confidence.dataset.label = "Confidence";
    const review = element("td");
    review.append(...page.flags.map(flag => element("span", "tag", data.flags[flag])), ...page.odd.map(kind => {
      const tag = element("span", "tag", kind < 0 ? "unusual share removed" : `much ${data.kinds[kind]}`);
      tag.dataset.t = data.kinds[kind] ?? "";
      return tag;
    }));
    tr.append(first, words, removed, confidence, review);
    return tr;
  }

  function choose(name) {
    isDown = column === name ? !isDown : name !== "page" && name !== "confidence";
    column = name;
    sort();
  }

  function sort() {
    document.querySelectorAll("th[data-column]").forEach(th => {
      th.removeAttribute("aria-sort");
      if (th.dataset.column === column) {
        th.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      }
    });
    filter();
  }

  // An outlier of the plot (#p12) is shown in the table, alone.
  function follow() {
    const page = /^#p(\d+)$/.exec(location.hash);
    if (page && pages[Number(page[1])]) {
      chosen = Number(page[1]);
      found = [pages[chosen]];
      shown = atOnce;
      draw();
      $("pages").scrollIntoView();
    }
  }

  function reset() {
    chosen = -1;
    $("search").value = $("review").value = $("kind").value = "";
    filter();
  }

  document.querySelectorAll("th[data-column] button").forEach(button => button.addEventListener("click", () => choose(button.parentElement.dataset.column)));
  ["search", "review", "kind"].forEach(id => $(id).addEventListener("input", () => {
    if (id === "kind" && $("kind").value !== "" && column === "page") {
      choose("removed"); // most of that kind first
    } else {
      filter();
    }
  }));
  $("more").addEventListener("click", () => { shown += atOnce; draw(); });
  $("reset").addEventListener("click", reset);
  addEventListener("hashchange", follow);
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !event.target.matches("input, select")) {
      event.preventDefault();
      $("search").focus();
    } else if (event.key === "Escape") {
      reset();
    }
  });
  sort();
  follow();
})();
