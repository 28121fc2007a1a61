// What a page does beyond showing: the light, the filters, and the way from a line of the ledger to its places and
// back. Without it all that is here can be read, and links lead to the same places.
(() => {
  "use strict";

  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const root = document.documentElement;
  const entries = all(".entry");
  const phrases = all(".phrase[data-changes]");
  const changesOf = (phrase) => phrase.dataset.changes.split(" ");

  root.classList.add("scripted");

  // The light

  const light = one("#light");
  const isDark = () =>
    root.dataset.light ? root.dataset.light === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const nameLight = () => { light.textContent = isDark() ? "Light" : "Dark"; };
  if (light) {
    light.hidden = false;
    nameLight();
    light.addEventListener("click", () => {
      root.dataset.light = isDark() ? "light" : "dark";
      nameLight();
    });
  }

  // The filters: what an entry says of itself in `data-NAME` is one of the values chosen, and the words stand in it.

  const form = one("#filters");
  const words = new Map(entries.map((entry) => [entry, (one(".quotes", entry) ?? entry).textContent.toLowerCase()]));

  function filter() {
    const kinds = all("input[name=kind]:checked", form).map((input) => input.value);
    const choices = all("select", form).filter((select) => select.value);
    const text = form.elements.words.value.trim().toLowerCase();
    const isAsked = kinds.length > 0 || choices.length > 0 || text !== "";
    const off = new Set();
    for (const entry of entries) {
      const isWanted =
        (kinds.length === 0 || kinds.includes(entry.dataset.kind)) &&
        choices.every((choice) => entry.dataset[choice.name].split(" ").includes(choice.value)) &&
        words.get(entry).includes(text);
      entry.hidden = !isWanted;
      if (!isWanted) off.add(entry.id);
    }
    for (const group of all(".group")) group.hidden = !one(".entry:not([hidden])", group);
    for (const more of all(".more")) {
      more.dataset.open ??= String(more.open);
      more.open = isAsked || more.dataset.open === "true";
      one("summary", more).hidden = isAsked;
    }
    for (const phrase of phrases) phrase.classList.toggle("off", changesOf(phrase).every((id) => off.has(id)));
    one("output", form).textContent = isAsked ? `${entries.length - off.size} of ${entries.length} shown` : "";
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    // A browser may keep what was chosen when the page is loaded again.
    filter();
  }

  // The way there and back

  const texts = one("#texts .rows");
  const bar = one("#chosen");
  let chosen = null;

  /// What a fragment names: a change, by its name or by the beginning of it, and perhaps one of its sides.
  function named(hash) {
    const [, side, name] = /^#(old-|new-)?(c-[0-9a-f-]+)$/.exec(hash) ?? [];
    if (!name) return null;
    const found = entries.filter((entry) => entry.id === name);
    const like = found.length ? found : entries.filter((entry) => entry.id.startsWith(name));
    return like.length === 1 ? { id: like[0].id, side: side?.slice(0, 3) } : null;
  }

  const place = (id, side) => document.getElementById(`${side}-${id}`)?.closest(".phrase") ?? null;

  /// Opens what is folded around an element.
  function reveal(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /// Lifts a filter that hides what is asked for.
  function unhide(entry) {
    if (entry.hidden) form.reset();
    entry.hidden = false;
    if (entry.closest(".group").hidden) entry.closest(".group").hidden = false;
  }

  function clear() {
    for (const element of all(".chosen")) element.classList.remove("chosen");
    texts?.classList.remove("slid");
    texts?.style.removeProperty("--slide");
    if (bar) bar.hidden = true;
    chosen = null;
  }

  /// Marks a change wherever it stands.
  function choose(id) {
    clear();
    chosen = id;
    for (const rows of all(".rows")) rows.classList.add("seen");
    const entry = document.getElementById(id);
    unhide(entry);
    reveal(entry);
    entry.classList.add("chosen");
    for (const phrase of phrases) {
      if (!changesOf(phrase).includes(id)) continue;
      reveal(phrase);
      phrase.classList.add("chosen");
    }
  }

  /// Slides the old column until a pair that stands in different rows is level.
  function level(old, fresh) {
    if (!old || !fresh || !texts?.contains(old) || old.closest(".pair") === fresh.closest(".pair")) return false;
    const top = (phrase) => phrase.getClientRects()[0]?.top ?? 0;
    if (old.closest(".old").getBoundingClientRect().left === fresh.closest(".new").getBoundingClientRect().left) return false;
    const slide = (by) => texts.style.setProperty("--slide", `${by}px`);
    const first = top(fresh) - top(old);
    slide(first);
    texts.classList.add("slid");
    // What was laid out anew may stand elsewhere.
    slide(first + top(fresh) - top(old));
    return true;
  }

  function say(isSlid) {
    if (!bar) return;
    const button = (label, then) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.addEventListener("click", then);
      return made;
    };
    bar.replaceChildren(button("↑ Back to the ledger", back));
    if (isSlid) {
      bar.append(button("Put the columns back", () => {
        texts.classList.remove("slid");
        say(false);
      }), "The old text is slid so that the pair stands level.");
    }
    bar.hidden = false;
  }

  function scrollTo(element, at) {
    window.scrollBy({ top: element.getBoundingClientRect().top - innerHeight * at, behavior: "instant" });
  }

  /// Goes where a fragment leads: to the line of a change, or to its places in the texts.
  function go(hash) {
    const { id, side } = named(hash) ?? {};
    if (!id) return false;
    choose(id);
    const entry = document.getElementById(id);
    if (!side) {
      scrollTo(entry, 0.25);
      one("a", entry).focus({ preventScroll: true });
      return true;
    }
    const [old, fresh] = [place(id, "old"), place(id, "new")];
    // A side that a narrow page leaves out is shown by the other.
    const seen = [side === "old" ? old : fresh, fresh, old].find((phrase) => phrase?.getClientRects().length);
    if (!seen) return false;
    say(level(old, fresh));
    scrollTo(seen, 0.3);
    (one(".tag", seen) ?? seen).focus({ preventScroll: true });
    return true;
  }

  function back() {
    if (chosen) visit(`#${chosen}`);
  }

  function visit(hash) {
    if (!go(hash)) return false;
    if (location.hash !== hash) history.pushState(null, "", hash);
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && isPlain && visit(link.getAttribute("href"))) event.preventDefault();
  });
  addEventListener("popstate", () => { if (!go(location.hash)) clear(); });
  if (location.hash) go(location.hash);

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement?.closest?.(".entry");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && chosen) {
      if (at) clear();
      else back();
    } else if (at && step && document.activeElement.matches("a")) {
      const shown = entries.filter((entry) => entry.getClientRects().length);
      const next = shown[shown.indexOf(at) + step];
      if (!next) return;
      one("a", next).focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest", behavior: "instant" });
      event.preventDefault();
    }
  });

  // A phrase under the pointer shows its other side.

  function near(event) {
    const isOver = event.type === "pointerover";
    const phrase = event.target.closest?.(".phrase[data-changes]");
    if (!phrase) return;
    for (const id of changesOf(phrase)) {
      for (const side of ["old", "new"]) place(id, side)?.classList.toggle("near", isOver);
    }
  }
  document.addEventListener("pointerover", near);
  document.addEventListener("pointerout", near);
})();
