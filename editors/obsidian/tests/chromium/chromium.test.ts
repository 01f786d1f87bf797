// @vitest-environment node
/** The plugin in a browser as Obsidian's is: real CodeMirror, the real server, a pointer that clicks.
 *
 * CHROMIUM says where the browser is. SCREENSHOTS names a folder that pictures are put into. */

import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { chromium, type Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { startProcess } from "../../src/server_process";
import { canServe, NOTELINT, vaultOnDisk } from "../support/real_server";

const CHROMIUM = process.env["CHROMIUM"] ?? "";
const SCREENSHOTS = process.env["SCREENSHOTS"];

const NOTES = {
  "terms/habituation.md": `## Synthesis
- A weakening of what one does about a thing that comes back again and again. See [[sensitisation]].

## Source [^1]
- $n$. A weakening of the answer to a thing that comes back without harm$\\textemdash$the ﬁrst step of learning what may be left alone.
- habituate $v b$. To cause it, or to undergo it.

## References

[^1]: [[(Home Page) A Dictionary of Psychology 4th Edition]]
`,
  "(Home Page) A Dictionary of Psychology 4th Edition.md": "# A Dictionary of Psychology\n",
  "terms/reflex.md": "## Synthesis\n- An answer that needs no ﬁlter.\n",
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function bundled(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [here("page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    alias: {
      obsidian: here("../stub/obsidian.ts"),
      "vscode-languageserver-protocol/node": "vscode-languageserver-protocol/browser",
    },
    external: [...builtinModules, "node:*"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

async function opened(): Promise<Page> {
  const root = vaultOnDisk(NOTES);
  const server = startProcess(NOTELINT);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  onTestFinished(async () => {
    server.kill();
    await browser.close();
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 500 } });
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  onTestFinished(() => expect(failures).toEqual([]));
  await page.exposeFunction("send", (message: string) => server.writer.write(JSON.parse(message) as never));
  await page.addScriptTag({ content: "window.require = () => ({})" }); // of Node's modules none is called
  await page.addScriptTag({ content: await bundled() });
  for (const style of ["page.css", "../../styles.css"]) await page.addStyleTag({ content: readFileSync(here(style), "utf8") });
  server.reader.listen((message) => void page.evaluate((heard) => window.receive(heard), message).catch(() => undefined));
  await page.evaluate(([base, notes]) => window.begin(base, notes, "terms/habituation.md"), [root, NOTES] as const);
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
}

test.runIf(CHROMIUM && canServe())("a finding is seen, and mended by a click", async () => {
  const page = await opened();
  const marks = page.locator(".notelint-mark");
  await page.locator(".notelint-mark", { hasText: "ﬁ" }).first().waitFor();
  const before = await marks.count();
  await page.locator("summary", { hasText: "terms/reflex" }).waitFor();
  await picture(page, "marks");

  await page.locator(".notelint-mark", { hasText: "textemdash" }).hover();
  const fix = page.locator(".notelint-card button.mod-cta");
  await fix.waitFor();
  expect(await fix.textContent()).toBe("write — (safe)");
  await picture(page, "card");
  await fix.click();
  await page.locator(".cm-line", { hasText: "without harm—the" }).waitFor();
  await expect.poll(() => marks.count()).toBe(before - 1);

  await page.locator(".notelint-card").waitFor({ state: "detached" });

  await page.locator(".notelint-finding", { hasText: "sensitisation" }).click();
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe("[[sensitisation]]");
  await page.evaluate(() => document.body.classList.add("theme-dark"));
  await picture(page, "dark");
});
