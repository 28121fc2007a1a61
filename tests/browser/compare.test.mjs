// What `compare --format html` writes, opened in a browser.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, compared, HOSTILE, inView, isSound, longTexts, opened, PHONE, sample, statement, WIDE } from "./browser.mjs";

after(close);

const ports = compared(sample("free-ports/2022-03-17", "free-ports/2022-06-16"));
const xi = compared(sample("xi-to-kim/2021-01-11-cable", "xi-to-kim/2021-03-22-verbal-message", "xi-to-kim/2021-07-11-letter"));
const chinese = compared(sample("languages/zh/2021-03-10", "languages/zh/2021-06-09"));
const korean = compared(sample("languages/ko/2021-03-10", "languages/ko/2021-06-09"));
const pages = { ports, xi, chinese, korean, unfolded: compared(sample("free-ports/2021-03-18", "free-ports/2021-06-17"), "--all") };

const body = (text) => `${text} The harbour is calm. `.repeat(12);
// A pair whose sides stand far apart: its old sentence is paired with another one than its new.
const piers = [...Array(40)].map((_, at) => `Pier ${at} has grown by ${at + 2} ships.`).join("\n\n");
const wardens = "The wardens of the outer islands have mended every wharf and every lamp on the northern coast before the winter";
const moved = compared([
  statement("moved-old.txt", `${wardens}, and we will keep the strait open.\n\n${piers}`),
  statement("moved-new.txt", `${wardens}.\n\n${piers}\n\nThe captains thank the pilots of the southern coast for their long patience in the storms of this year, and we may keep the strait open.`),
], "--all");

const hostile = compared([
  statement("hostile-old.txt", `---\ntitle: ${HOSTILE}\nspeaker: ${HOSTILE}\nsource: javascript:alert(3)\nchannel: <b>cable</b>\n---\n${body("We will keep the port open")}We support ${HOSTILE} talks.`),
  statement("hostile-new.txt", `---\nspeaker: ${HOSTILE}\nsource: https://example.invalid/"><img src=x>\n---\nWe may keep the port open. We oppose ${HOSTILE} talks. ${HOSTILE} must end at once.`),
]);

const change = ({ report }, is) => {
  const found = report.changes.find(is);
  assert.ok(found, "no such change in the sample");
  return found;
};
const isPair = ({ old, new: fresh, kind }) => old && fresh && kind !== "kept";
const places = (id) => ({ old: `.phrase:has(#old-${id})`, fresh: `.phrase:has(#new-${id})` });

test("a line of the ledger leads to its place in both columns and back", async () => {
  const pairs = ports.report.changes.filter(isPair);
  assert.ok(pairs.length >= 5);
  await opened(ports.path, WIDE, async (page) => {
    for (const { id, old, new: fresh } of pairs) {
      const { old: was, fresh: now } = places(id);
      await page.locator(`#${id} a.quote`).first().click();
      const [left, right] = [await inView(page, was), await inView(page, now)];
      assert.ok(left.left < right.left, "old stands left");
      // The words, but for the tag before them and how white space is set.
      const words = (text) => text.replace(/\s+/g, " ").trim();
      for (const [selector, side] of [[was, old], [now, fresh]]) {
        const text = words(await page.locator(selector).first().textContent());
        assert.ok(text.endsWith(words(side.text)), `${text} is not ${side.text}`);
        assert.match(await page.locator(selector).first().getAttribute("class"), /chosen/);
      }
      await page.getByRole("button", { name: "Back to the ledger" }).click();
      await inView(page, `#${id}`);
      assert.equal(new URL(page.url()).hash, `#${id}`);
    }
  });
});

test("a tag in the texts leads to its line", async () => {
  const { id } = change(ports, ({ kind }) => kind === "weakened");
  await opened(ports.path, WIDE, async (page) => {
    await page.locator(`${places(id).fresh} a.tag`).first().click();
    await inView(page, `#${id}`);
    assert.match(await page.locator(`#${id}`).getAttribute("class"), /chosen/);
  });
});

test("a claim with one side leads to that side", async () => {
  await opened(ports.path, WIDE, async (page) => {
    for (const kind of ["disappeared", "appeared"]) {
      const { id } = change(ports, (one) => one.kind === kind);
      await page.locator(`#${id} a.quote`).click();
      await inView(page, kind === "disappeared" ? places(id).old : places(id).fresh);
    }
  });
  // What only a statement before the last one says has its place there.
  const { id } = change(xi, ({ old }) => old?.statement === 0);
  await opened(xi.path, WIDE, async (page) => {
    await page.locator(`#${id} a.quote`).click();
    await inView(page, `.earlier ${places(id).old}`);
  });
});

test("a pair that stands far apart is set level", async () => {
  const { id } = change(moved, ({ old, new: fresh, kind }) => kind === "weakened" && fresh.sentence - old.sentence > 10);
  await opened(moved.path, WIDE, async (page) => {
    const { old, fresh } = places(id);
    const apart = () => page.evaluate(([a, b]) => {
      const top = (selector) => document.querySelector(selector).getClientRects()[0].top;
      return Math.abs(top(a) - top(b));
    }, [old, fresh]);
    const before = await apart();
    await page.locator(`#${id} a.quote`).first().click();
    await inView(page, old);
    await inView(page, fresh);
    assert.ok((await apart()) < 3);
    assert.ok(before > 900, `${before} pixels apart is not far`);
    await page.getByRole("button", { name: "Put the columns back" }).click();
    assert.equal(Math.round(await apart()), Math.round(before));
  });
});

test("a link to one change opens it, also by the beginning of its name", async () => {
  const kept = change(ports, ({ kind }) => kind === "kept");
  const weakened = change(ports, ({ kind }) => kind === "weakened");
  for (const [id, fragment] of [[weakened.id, `#${weakened.id}`], [weakened.id, `#${weakened.id.slice(0, 7)}`], [kept.id, `#${kept.id}`]]) {
    await opened(ports.path, { ...WIDE, fragment }, async (page) => {
      await inView(page, `#${id}`);
      assert.match(await page.locator(`#${id}`).getAttribute("class"), /chosen/);
    });
  }
  await opened(ports.path, { ...WIDE, fragment: `#new-${weakened.id}` }, async (page) => {
    await inView(page, places(weakened.id).fresh);
    await page.goBack();
  });
});

test("filters hide and restore", async () => {
  const { changes } = ports.report;
  await opened(ports.path, WIDE, async (page) => {
    const all = await page.locator(".entry").count();
    const shown = () => page.locator(".entry:not([hidden])").count();
    const count = (is) => changes.filter(is).length;
    assert.equal(all, changes.length);
    const reset = async () => {
      await page.getByRole("button", { name: "Show all" }).click();
      await page.waitForFunction((all) => document.querySelectorAll(".entry:not([hidden])").length === all, all);
      assert.equal(await page.locator(".phrase.off").count(), 0);
      assert.equal(await page.locator(".group[hidden]").count(), 0);
      assert.equal(await page.locator(".more[open]").count(), 0);
    };
    await page.getByRole("checkbox", { name: "weakened" }).check();
    assert.equal(await shown(), count(({ kind }) => kind === "weakened"));
    assert.match(await page.locator("#filters output").textContent(), new RegExp(`of ${all} shown`));
    assert.ok((await page.locator(".phrase.off").count()) > 0);
    await page.getByRole("checkbox", { name: "reversed" }).check();
    assert.equal(await shown(), count(({ kind }) => ["weakened", "reversed"].includes(kind)));
    await reset();
    await page.getByLabel("Class").selectOption("oppose");
    assert.equal(await shown(), count(({ old, new: fresh }) => [old?.class, fresh?.class].includes("oppose")));
    await reset();
    await page.getByLabel("Actor").selectOption({ index: 1 });
    const actor = (await page.getByLabel("Actor").locator("option:checked").textContent()).match(/^(.*) \((\d+)\)$/);
    assert.equal(await shown(), Number(actor[2]));
    assert.equal(await shown(), count(({ old, new: fresh }) => [old, fresh].some((side) => side?.actor?.toLowerCase() === actor[1].toLowerCase())));
    await reset();
    await page.getByLabel("Words").fill("LEVY");
    assert.equal(await shown(), count(({ old, new: fresh }) => /levy/i.test(`${old?.text} ${fresh?.text}`)));
    await page.getByLabel("Words").fill("no such words anywhere");
    assert.equal(await shown(), 0);
    // A way in from the texts lifts the filter.
    await page.locator(".tag").first().evaluate((tag) => tag.click());
    assert.ok((await shown()) > 0);
  });
});

test("it can be used by keys alone", async () => {
  const [first, second] = ports.report.changes.filter(({ kind }) => kind === "disappeared");
  await opened(ports.path, WIDE, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.closest(".entry")?.id ?? null);
    await page.locator(`#${first.id} a.quote`).focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), second.id);
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), first.id);
    await page.keyboard.press("Enter");
    await inView(page, places(first.id).old);
    assert.equal(await page.evaluate(() => document.activeElement.className.split(" ")[0]), "tag");
    await page.keyboard.press("Escape");
    assert.equal(await focused(), first.id);
    await inView(page, `#${first.id}`);
  });
});

test("a verdict is explained on demand", async () => {
  const { id, reasons } = change(ports, ({ reasons, kind }) => kind === "strengthened" && reasons.length);
  await opened(ports.path, WIDE, async (page) => {
    const why = page.locator(`#${id} .why`);
    assert.equal(await why.locator("table").isVisible(), false);
    await why.locator("summary").click();
    const text = await why.innerText();
    for (const word of [reasons[0].rule, reasons[0].new.text, reasons[0].new.entry, "strengthens", "step", "cue", "Likeness"]) {
      assert.ok(text.includes(word), `${word} is not in ${text}`);
    }
  });
});

test("hostile text stays text", async () => {
  for (const options of [WIDE, PHONE]) {
    await opened(hostile.path, options, async (page) => {
      assert.equal(await page.locator("img, body b:has-text('cable')").count(), 0);
      assert.equal(await page.locator("script").count(), 1);
      assert.equal(await page.locator("a[href^='javascript:']").count(), 0);
      assert.equal(await page.locator("h1").textContent(), HOSTILE);
      assert.ok((await page.locator("#texts").textContent()).includes('<img src=x onerror="alert(1)">'));
      await page.locator(".entry a.quote").first().click();
    });
  }
});

test("it reads without scripts", async () => {
  await opened(ports.path, { ...WIDE, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("#filters").isVisible(), false);
    assert.equal(await page.locator(".counts").isVisible(), true);
    const { id } = change(ports, ({ kind }) => kind === "reversed");
    await page.locator(`#${id} a.quote`).first().click();
    await inView(page, places(id).old);
    await page.locator(`${places(id).old} a.tag`).click();
    await inView(page, `#${id}`);
  });
});

test("no page is wider than its window", async () => {
  for (const [name, { path }] of Object.entries({ ...pages, hostile, moved })) {
    for (const options of [WIDE, PHONE, { viewport: { width: 320, height: 640 } }]) {
      await opened(path, options, async (page) => {
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
        const [full, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(full <= width, `${name}: ${full} of ${width}`);
        // Nothing is cut off at the edge of the texts either.
        const cut = await page.evaluate(() => {
          const edge = document.querySelector("#texts .rows").getBoundingClientRect();
          const all = [...document.querySelectorAll("#texts .rows p, #texts .tag")];
          return all.filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > edge.right + 1).length;
        });
        assert.equal(cut, 0, name);
      });
    }
  }
});

test("axe finds nothing serious, by day and by night", () => isSound({ ports, xi, chinese, moved }, ".entry a.quote"));

test("the light can be changed", async () => {
  await opened(ports.path, { ...WIDE, colorScheme: "light" }, async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const day = await paper();
    await page.getByRole("button", { name: "Dark" }).click();
    const night = await paper();
    assert.notEqual(night, day);
    await page.emulateMedia({ media: "print" });
    assert.equal(await paper(), day);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Light" }).click();
    assert.equal(await paper(), day);
  });
});

test("it prints without what a page of paper cannot do", async () => {
  await opened(ports.path, WIDE, async (page) => {
    await page.locator(".entry a.quote").first().click();
    await page.emulateMedia({ media: "print" });
    for (const selector of ["#filters", "#light", "#chosen", ".skip"]) {
      assert.equal(await page.locator(selector).isVisible(), false, selector);
    }
    assert.equal(await page.locator(".counts").isVisible(), true);
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    assert.ok(pdf.length > 10_000);
  });
});

test("Chinese and Korean are told to the browser", async () => {
  for (const [{ path }, language] of [[chinese, "zh"], [korean, "ko"]]) {
    await opened(path, WIDE, async (page) => {
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      const languages = await page.locator("#texts .rows p, .quote").evaluateAll((all) => [...new Set(all.map(({ lang }) => lang))]);
      assert.deepEqual(languages, [language]);
      if (language === "ko") {
        assert.equal(await page.locator("#texts p[lang]").first().evaluate((one) => getComputedStyle(one).wordBreak), "keep-all");
      }
    });
  }
});

test("two texts of 10,000 words make less than 3 MB and open in less than 2 s", async () => {
  const { path, bytes } = compared(longTexts());
  assert.ok(bytes < 3_000_000, `${bytes} bytes`);
  // The best of some: a machine that does other things too says nothing of the page.
  const times = [];
  while (times.length < 5 && !(Math.min(...times) < 2000)) {
    const from = performance.now();
    await opened(path, WIDE, async (page) => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      times.push(performance.now() - from);
    });
  }
  console.log(`${(bytes / 1e6).toFixed(2)} MB, open in ${times.map((time) => `${Math.round(time)} ms`).join(", ")}`);
  assert.ok(Math.min(...times) < 2000, `open in ${times} ms`);
});
