// A browser, the pages it opens, and what must hold of every one: nothing on the console, no request leaves the page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/// The two screens that pages are opened on.
export const WIDE = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 } };

/// Text that must stay text.
export const HOSTILE = `</script></style><img src=x onerror="alert(1)"><script>alert(2)</script>'"&amp;`;

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = process.env.STANCEDIFF_BIN ?? join(project, "target", "release", "stancediff");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const folder = mkdtempSync(join(tmpdir(), "stancediff-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/// The browser, started once.
const browser = await chromium.launch({
  executablePath: process.env.STANCEDIFF_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

export const close = () => browser.close();

/// The files of a sample, oldest first.
export const sample = (...names) => names.map((name) => join("samples", `${name}.txt`));

/// Writes a statement of a test's own.
export function statement(name, text) {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/// Runs the program in the project's folder.
export function run(...args) {
  return execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e8 });
}

/// Makes two texts of 10,000 words each.
export function longTexts() {
  execFileSync("python3", ["benches/long.py", folder], { cwd: project });
  return [join(folder, "old.txt"), join(folder, "new.txt")];
}

/// Writes a comparison as a page, and returns its path with the report.
export function compared(files, ...flags) {
  const path = join(folder, `${files.length}-${Math.abs(hash(files.join() + flags.join()))}.html`);
  run("compare", ...files, ...flags, "--format", "html", "-o", path);
  const report = JSON.parse(run("compare", ...files, ...flags, "--format", "json"));
  return { path, report, bytes: statSync(path).size };
}

/// Writes a series as a page, and returns its path with the report.
export function tracked(paths, ...flags) {
  const path = join(folder, `series-${Math.abs(hash(paths.join() + flags.join()))}.html`);
  run("track", ...paths, ...flags, "--format", "html", "-o", path);
  const report = JSON.parse(run("track", ...paths, ...flags.filter((flag) => flag !== "--all"), "--format", "json"));
  return { path, report, bytes: statSync(path).size };
}

const hash = (text) => [...text].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) | 0, 7);

/// Opens a page, hands it on, and fails if it was not quiet.
export async function opened(path, options, then) {
  const { fragment = "", ...context } = { ...WIDE, ...options };
  const page = await browser.newPage(context);
  const noise = [];
  const address = pathToFileURL(path).href;
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    const { protocol } = new URL(request.url());
    if (request.url().split("#")[0] !== address && protocol !== "data:") noise.push(`request: ${request.url()}`);
  });
  try {
    await page.goto(address + fragment);
    await then(page);
    assert.deepEqual(noise, []);
  } finally {
    await page.close();
  }
}

/// Where an element stands on the screen; fails if it is not in view below what sticks to the top.
export async function inView(page, selector) {
  const place = await page.locator(selector).first().evaluate((element) => {
    const first = element.getClientRects()[0];
    const bar = document.querySelector(".bar, .years").getBoundingClientRect();
    const sticks = element.closest("#texts, #lines") && bar.top <= 0 ? bar.bottom : 0;
    return first && { top: first.top, bottom: first.bottom, left: first.left, right: first.right, sticks,
      width: innerWidth, height: innerHeight };
  });
  assert.ok(place, `${selector} is not shown`);
  const { top, bottom, left, right, sticks, width, height } = place;
  assert.ok(top >= sticks - 1 && bottom <= height + 1, `${selector} is at ${top}–${bottom} of ${sticks}–${height}`);
  assert.ok(left >= -1 && right <= width + 1, `${selector} is at ${left}–${right} of ${width}`);
  return place;
}

/// What axe finds to be serious or worse.
async function violations(page) {
  // The page's policy lets no script in; what a driver evaluates does not ask it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`);
}

/// Fails where axe finds something serious on one of the pages, all unfolded and with an element chosen.
export async function isSound(pages, chosen) {
  for (const [name, { path }] of Object.entries(pages)) {
    for (const options of [WIDE, PHONE]) {
      for (const colorScheme of ["light", "dark"]) {
        await opened(path, { ...options, colorScheme }, async (page) => {
          await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
          await page.locator(chosen).first().click();
          assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}`);
        });
      }
    }
  }
}
