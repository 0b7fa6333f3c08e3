"use strict";
// The page report. Text of the capture is in the document already; it is only ever read from and written to text nodes.
(() => {
  const $ = id => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const read = $("read");
  const blocks = [...read.children];
  const texts = blocks.map(block => block.textContent.toLowerCase());
  const isOut = block => block.classList.contains("out");
  const rule = i => data.blocks[i][0];
  const confidence = i => data.blocks[i][1];
  const number = n => n.toLocaleString("en");
  let show = "all", current = -1, isSorted = false;

  // What is shown

  const hiddenKinds = () => new Set([...document.querySelectorAll(".kinds input:not(:checked)")].map(box => box.value));

  function filter() {
    const off = hiddenKinds();
    const wantedRule = $("rule").value;
    const most = Number($("sure").value);
    const words = $("search").value.trim().toLowerCase();
    $("most").textContent = most === 100 ? "any" : `${(most / 100).toFixed(2)} or less`;
    let count = 0;
    blocks.forEach((block, i) => {
      const isShown = (show === "all" || isOut(block) === (show === "out"))
        && !off.has(block.dataset.t)
        && (wantedRule === "" || data.rules[rule(i)][0] === wantedRule)
        && confidence(i) <= most
        && (words === "" || texts[i].includes(words));
      block.hidden = !isShown;
      count += isShown;
    });
    $("count").textContent = `${number(count)} of ${number(blocks.length)} blocks shown`;
    $("none").hidden = count > 0;
    highlight(words);
    rove();
  }

  function highlight(words) {
    if (!("highlights" in CSS)) {
      return;
    }
    const found = [];
    if (words !== "") {
      blocks.forEach((block, i) => {
        const node = block.firstChild;
        // Lower case may be of another length than the text; then nothing is marked.
        for (let at = block.hidden || node.length !== texts[i].length ? -1 : texts[i].indexOf(words); at >= 0; at = texts[i].indexOf(words, at + words.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          found.push(range);
        }
      });
    }
    CSS.highlights.set("found", new Highlight(...found));
  }

  function sort() {
    isSorted = !isSorted;
    $("order").setAttribute("aria-pressed", String(isSorted));
    const order = blocks.map((_, i) => i);
    read.append(...(isSorted ? order.sort((a, b) => confidence(a) - confidence(b) || a - b) : order).map(i => blocks[i]));
    scrollTo({ top: 0 });
  }

  // One block of the page is in the tab order; the arrow keys go on from it.

  function rove() {
    const at = current >= 0 && !blocks[current].hidden ? blocks[current] : read.querySelector(":scope > :not([hidden])");
    read.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    at?.setAttribute("tabindex", "0");
  }

  function step(by, isWanted) {
    const order = [...read.children].filter(block => !block.hidden && isWanted(block));
    if (order.length === 0) {
      return;
    }
    let at = order.indexOf(blocks[current]);
    if (at < 0 && current >= 0) {
      const all = [...read.children];
      at = order.findLastIndex(block => all.indexOf(block) < all.indexOf(blocks[current])) + (by < 0 ? 1 : 0);
    }
    focus(blocks.indexOf(order[Math.max(0, Math.min(order.length - 1, at + by))]));
  }

  function focus(i) {
    select(i);
    blocks[i].focus({ preventScroll: true });
    blocks[i].scrollIntoView({ block: "center" });
    // Blocks that were never drawn have guessed heights until they are.
    requestAnimationFrame(() => blocks[i].scrollIntoView({ block: "center" }));
  }

  function select(i) {
    if (i === current) {
      return;
    }
    if (current >= 0) {
      blocks[current].removeAttribute("aria-current");
      blocks[current].removeAttribute("aria-describedby");
    }
    current = i;
    blocks[i].setAttribute("aria-current", "true");
    blocks[i].setAttribute("aria-describedby", "what");
    rove();
    $("panel").removeAttribute("data-empty");
    describe(i);
    try {
      history.replaceState(null, "", `#b${i}`);
    } catch {
      // Some viewers of local files forbid it.
    }
  }

  // What is known of a block

  function describe(i) {
    const [ruleAt, sure, byte, bytes, linear, length, clean, path, ...terms] = data.blocks[i];
    const block = blocks[i];
    const [id, description] = data.rules[ruleAt];
    const panel = $("details");
    $("what").textContent = `${isOut(block) ? "Removed" : "Kept"}: ${block.dataset.t}`;
    $("swatch").toggleAttribute("data-t", isOut(block));
    if (isOut(block)) {
      $("swatch").dataset.t = block.dataset.t;
    }
    panel.replaceChildren();
    const row = (name, ...content) => {
      const dd = document.createElement("dd");
      dd.append(...content);
      const dt = document.createElement("dt");
      dt.textContent = name;
      panel.append(dt, dd);
    };
    row("Rule", element("code", id), element("p", description, "quiet"));
    const meter = element("span", "", "meter");
    meter.append(document.createElement("i"));
    meter.firstChild.style.width = `${sure}%`;
    row("Confidence", (sure / 100).toFixed(2), meter);
    if (terms.length > 0) {
      const list = document.createElement("ul");
      list.append(...terms.map(term => {
        const item = document.createElement("li");
        item.append(element("code", data.terms[term]));
        return item;
      }));
      row("Evidence", list);
    }
    if (byte >= 0) {
      const link = element("a", `${number(byte)}–${number(byte + bytes)}`);
      link.href = `#bytes=${byte}-${byte + bytes}`;
      row("Bytes", link, " of the payload");
      if (data.file) {
        row("Cut out", element("code", `tail -c +${byte + 1} ${data.file} | head -c ${bytes}`));
      }
    }
    row("Linear text", `${number(linear)}–${number(linear + length)}, code points`);
    row("Clean text", clean < 0 ? "not in it" : `${number(clean)}–${number(clean + length)}, code points`);
    if (path >= 0) {
      row("Element", element("code", pathOf(path)));
    }
    row("Block", `${number(i + 1)} of ${number(blocks.length)}`);
  }

  function pathOf(at) {
    const [parent, name] = data.paths[at];
    return `${parent < 0 ? "" : pathOf(parent)}/${name}`;
  }

  function element(name, text, style) {
    const made = document.createElement(name);
    made.textContent = text;
    if (style) {
      made.className = style;
    }
    return made;
  }

  // The whole page as one bar: neighbours of a kind are one stretch.

  function drawMap() {
    const map = $("map");
    let last = null;
    blocks.forEach((block, i) => {
      const kind = isOut(block) ? block.dataset.t : "";
      if (last === null || last.dataset.t !== kind) {
        last = document.createElement("i");
        last.dataset.t = kind;
        last.dataset.first = i;
        last.weight = 0;
        map.append(last);
      }
      last.weight += data.blocks[i][5] + 1;
      last.style.flexGrow = last.weight;
    });
    map.addEventListener("click", event => {
      if (event.target.dataset.first !== undefined) {
        focus(Number(event.target.dataset.first));
      }
    });
  }

  // The address names a block (#b12) or bytes of the payload (#bytes=100-200).

  function follow() {
    const block = /^#b(\d+)$/.exec(location.hash);
    const bytes = /^#bytes=(\d+)-(\d+)$/.exec(location.hash);
    const i = block ? Number(block[1])
      : bytes ? data.blocks.findIndex(b => b[2] >= 0 && b[2] < Number(bytes[2]) && b[2] + b[3] > Number(bytes[1]))
      : -1;
    if (i >= 0 && i < blocks.length) {
      blocks[i].hidden = false;
      focus(i);
    }
  }

  function close() {
    $("panel").setAttribute("data-empty", "");
    if (current >= 0) {
      blocks[current].removeAttribute("aria-current");
      blocks[current].focus({ preventScroll: true });
      current = -1;
    }
  }

  function reset() {
    document.querySelectorAll(".kinds input").forEach(box => { box.checked = true; });
    $("rule").value = "";
    $("sure").value = 100;
    $("search").value = "";
    choose("all");
  }

  function choose(what) {
    show = what;
    document.querySelectorAll("[data-show]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.show === what)));
    filter();
  }

  const isUnsure = block => block.classList.contains("unsure");
  const keys = {
    j: () => step(1, () => true),
    k: () => step(-1, () => true),
    n: () => step(1, isOut),
    p: () => step(-1, isOut),
    u: () => step(1, isUnsure),
    o: sort,
    "/": () => { $("filters").open = true; $("search").focus(); },
    "?": () => $("help").showModal(),
  };

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && !$("help").open) {
      if (document.activeElement === $("search") && $("search").value !== "") {
        $("search").value = "";
        filter();
      } else {
        close();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select") || $("help").open) {
      return;
    }
    const arrows = read.contains(event.target) ? { ArrowDown: "j", ArrowUp: "k" } : {};
    const action = keys[arrows[event.key] ?? event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  const blockAt = event => blocks.indexOf(event.target.closest("#read > *"));
  read.addEventListener("click", event => { if (blockAt(event) >= 0) { select(blockAt(event)); } });
  read.addEventListener("focusin", event => { if (blockAt(event) >= 0) { select(blockAt(event)); } });
  read.addEventListener("mouseover", event => {
    // Hovering shows what is known, but takes nothing from whoever works with keys or has chosen a block.
    if (blockAt(event) >= 0 && current < 0 && matchMedia("(hover: hover)").matches) {
      describe(blockAt(event));
    }
  });
  document.querySelectorAll(".kinds input, #rule, #sure").forEach(input => input.addEventListener("input", filter));
  $("search").addEventListener("input", filter);
  document.querySelectorAll("[data-show]").forEach(button => button.addEventListener("click", () => choose(button.dataset.show)));
  document.querySelectorAll("[data-go]").forEach(link => link.addEventListener("click", event => { event.preventDefault(); focus(Number(link.dataset.go)); }));
  $("order").addEventListener("click", sort);
  $("reset").addEventListener("click", reset);
  $("close").addEventListener("click", close);
  $("ask").addEventListener("click", () => $("help").showModal());
  addEventListener("hashchange", follow);
  if (matchMedia("(max-width: 48rem)").matches) {
    $("filters").open = false;
  }
  blocks.forEach(block => { block.tabIndex = -1; });
  drawMap();
  filter();
  follow();
})();
