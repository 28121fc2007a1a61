// What the page of a series does beyond showing: the words of a day under the pointer or the keys, and the pair that a
// mark stands for. All of it stands in the folded histories too.
(() => {
  "use strict";

  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const count = Number(one("#lines").dataset.columns);
  const strips = all("svg.strip");
  const made = (name, className, ...children) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };

  /// What a column is called: the statement that it shows, or the first and the last of several.
  const columns = Array.from({ length: count }, () => []);
  for (const statement of all(".statements > li")) columns[statement.dataset.column].push(one("strong", statement).textContent);
  const called = (column) => {
    const names = [...new Set(columns[column])];
    return names.length > 1 ? `${names[0]} to ${names.at(-1)}` : names[0] ?? "";
  };

  /// The history of a line by its columns.
  const histories = new WeakMap();
  function history(strip) {
    if (!histories.has(strip)) {
      histories.set(strip, all(".history li", strip.closest(".thread")).map((item) => {
        const [from, to] = item.dataset.at.split(" ").map(Number);
        return { item, from, to };
      }));
    }
    return histories.get(strip);
  }
  const at = (strip, column) => history(strip).findIndex(({ from, to }) => from <= column && column <= to);

  // The cursor and what it points at

  const readout = made("div", "");
  readout.id = "readout";
  readout.hidden = true;
  document.body.append(readout);
  const cursor = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  cursor.setAttribute("class", "cursor");
  const cursors = new WeakMap();
  let opened = null;

  const text = (item) => [one(".mark", item), one(".words", item)].map((part) => part?.textContent ?? "").join(" ").trim();

  /// Points at a column of a line.
  function point(strip, column) {
    const found = at(strip, column);
    if (found < 0) return hide();
    const { item, from, to } = history(strip)[found];
    // Of readouts of one occasion all are told.
    const here = history(strip).filter((other) => other.from <= column && column <= other.to);
    cursors.set(strip, column);
    cursor.setAttribute("x", `${(100 * column) / count}%`);
    cursor.setAttribute("width", `${100 / count}%`);
    strip.append(cursor);
    const copies = here.flatMap(({ item }) => [...item.children].map((child) => child.cloneNode(true)));
    for (const link of copies.flatMap((copy) => all("a", copy))) link.replaceWith(...link.childNodes);
    readout.className = item.className;
    readout.replaceChildren(made("strong", "", called(column)), ...copies);
    readout.hidden = false;
    const box = strip.getBoundingClientRect();
    const left = box.left + (box.width * (column + 0.5)) / count - readout.offsetWidth / 2;
    readout.style.left = `${Math.max(8, Math.min(left, root().clientWidth - readout.offsetWidth - 8)) + scrollX}px`;
    const isAbove = box.bottom + readout.offsetHeight + 8 > innerHeight && box.top > readout.offsetHeight + 8;
    readout.style.top = `${(isAbove ? box.top - readout.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
    strip.setAttribute("aria-valuenow", String(column));
    const days = from === to ? "" : `, one of ${to - from + 1} columns alike`;
    strip.setAttribute("aria-valuetext", `${called(column)}${days}: ${here.map(({ item }) => text(item)).join("; ")}`);
  }

  const root = () => document.documentElement;

  function hide() {
    readout.hidden = true;
    cursor.remove();
  }

  // The pair

  const statement = (number) => document.getElementById(`s-${number}`);

  /// One side of a pair: its words, when, and where they were taken from.
  function side(name, label, words, number) {
    const from = statement(number);
    const title = one("strong", from).textContent;
    const origin = made("p", "from", ...[...from.childNodes].slice(1).filter((node) => node.className !== "size").map((node) => node.cloneNode(true)));
    origin.firstChild.textContent = origin.firstChild.textContent.replace(/^: /, "");
    return made("div", name, made("h4", "", `${label}: ${title}`), words.cloneNode(true), origin);
  }

  function close() {
    opened?.panel.remove();
    opened = null;
  }

  /// Opens what stands at a column: the words before and after.
  function open(strip, column) {
    const found = at(strip, column);
    if (found < 0) return;
    close();
    hide();
    const all = history(strip);
    const { item } = all[found];
    const sides = made("div", "sides");
    const { now, was } = item.dataset;
    if (now === undefined) {
      const before = all.slice(0, found).findLast(({ item }) => item.dataset.now !== undefined);
      // The last statement of a run in the same words says them too; it is told by the first.
      if (before) sides.append(side("now", "Last said", one(".words", before.item), before.item.dataset.now));
    } else {
      const isPair = was !== undefined && one("del, ins", item);
      if (isPair) sides.append(side("was", "Before", one(".words", item), was));
      sides.append(side("now", isPair ? "Then" : "Said", one(".words", item), now));
    }
    const step = (label, to) => {
      const button = made("button", "", label);
      button.type = "button";
      button.disabled = !all[to];
      button.addEventListener("click", () => {
        open(strip, all[to].from);
        const same = opened && [...opened.panel.querySelectorAll("button")].find((other) => other.textContent === label);
        (same && !same.disabled ? same : strip).focus({ preventScroll: true });
      });
      return button;
    };
    const shut = made("button", "", "Close");
    shut.type = "button";
    shut.addEventListener("click", () => { close(); strip.focus({ preventScroll: true }); });
    const day = one(".day", item).cloneNode(true);
    const panel = made("div", `opened ${item.className}`,
      made("div", "steps", day, step("← Before", found - 1), step("After →", found + 1), shut), sides);
    const note = one(".note", item);
    if (note) panel.append(note.cloneNode(true));
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", "The words before and after");
    strip.after(panel);
    opened = { strip, panel };
    cursors.set(strip, all[found].from <= column && column <= all[found].to ? column : all[found].from);
    cursor.setAttribute("x", `${(100 * column) / count}%`);
    cursor.setAttribute("width", `${100 / count}%`);
    strip.append(cursor);
  }

  const columnOf = (strip, event) => {
    const box = strip.getBoundingClientRect();
    return Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - box.left) / box.width) * count)));
  };

  for (const strip of strips) {
    strip.setAttribute("role", "slider");
    strip.setAttribute("tabindex", "0");
    strip.setAttribute("aria-valuemin", "0");
    strip.setAttribute("aria-valuemax", String(count - 1));
    strip.setAttribute("aria-valuenow", String(count - 1));
    strip.setAttribute("aria-valuetext", strip.getAttribute("aria-label"));
    strip.setAttribute("aria-label", one(".quote", strip.closest(".thread")).textContent);
  }

  const stripOf = (event) => event.target.closest?.("svg.strip");
  document.addEventListener("pointermove", (event) => {
    const strip = stripOf(event);
    if (strip && event.pointerType !== "touch") point(strip, columnOf(strip, event));
    else if (!readout.hidden && !document.activeElement?.matches("svg.strip")) hide();
  });
  document.addEventListener("click", (event) => {
    const strip = stripOf(event);
    if (!strip) return;
    open(strip, columnOf(strip, event));
    hide();
  });
  document.addEventListener("focusin", (event) => {
    const strip = stripOf(event);
    if (strip && strip.matches(":focus-visible")) point(strip, cursors.get(strip) ?? history(strip).at(-1).from);
  });
  document.addEventListener("focusout", (event) => { if (stripOf(event)) hide(); });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const strip = opened?.strip;
      close();
      hide();
      strip?.focus({ preventScroll: true });
      return;
    }
    const strip = document.activeElement?.closest?.("svg.strip");
    if (!strip || event.ctrlKey || event.metaKey || event.altKey) return;
    const items = history(strip);
    const column = cursors.get(strip) ?? items.at(-1).from;
    const found = at(strip, column);
    const to = { ArrowLeft: found - 1, ArrowRight: found + 1, Home: 0, End: items.length - 1 }[event.key];
    const line = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (to !== undefined) {
      if (items[to]) point(strip, items[to].from);
    } else if (line) {
      const shown = strips.filter((other) => other.getClientRects().length);
      shown[shown.indexOf(strip) + line]?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      open(strip, column);
    } else return;
    event.preventDefault();
  });

  // A link to a line or to a statement opens what is folded around it.
  function reveal() {
    const target = /^#[ts]-[0-9a-f-]+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (const chosen of all(".entry.chosen")) chosen.classList.remove("chosen");
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target.matches(".entry")) {
      target.classList.add("chosen");
      one(".history", target).open = true;
    }
    target.scrollIntoView({ block: "start", behavior: "instant" });
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
