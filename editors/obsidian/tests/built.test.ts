/** What Obsidian loads: main.js. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import manifest from "../manifest.json";
import * as obsidian from "./stub/obsidian";
import { marked } from "./support/plugin";
import { canServe, NOTELINT, SCARRED, vaultOnDisk } from "./support/real_server";

const ROOT = join(import.meta.dirname, "..");
const SUPPLIED: Record<string, unknown> = { obsidian, "@codemirror/state": state, "@codemirror/view": view };

type Load = (module: { exports: object }, require: (name: string) => unknown) => void;

let text = "";

beforeAll(() => {
  execFileSync(process.execPath, ["esbuild.config.mjs"], { cwd: ROOT, stdio: "ignore" });
  text = readFileSync(join(ROOT, "main.js"), "utf8");
});

function loaded(): new (app: obsidian.App, about: unknown) => obsidian.Plugin {
  const load = runInThisContext(`(module, require) => {${text}\n}`) as Load;
  const own = createRequire(import.meta.url);
  const made = { exports: {} };
  load(made, (name) => SUPPLIED[name] ?? own(name));
  return (made.exports as { default: ReturnType<typeof loaded> }).default;
}

function program(): string {
  return NOTELINT.includes("/") ? NOTELINT : execFileSync("which", [NOTELINT], { encoding: "utf8" });
}

test("it asks for nothing that Obsidian does not supply", () => {
  const asked = new Set(Array.from(text.matchAll(/\brequire\("([^"]+)"\)/g), ([, name]) => name ?? ""));
  expect([...asked].filter((name) => !isBuiltin(name)).sort()).toEqual(Object.keys(SUPPLIED).sort());
});

test.runIf(canServe())("it serves with the program that was chosen, and leaves nothing behind", async () => {
  const app = new obsidian.App(vaultOnDisk({ "a.md": SCARRED }));
  app.saveLocalStorage("notelint-program", program());
  const plugin = new (loaded())(app, manifest);
  await plugin.onload();
  onTestFinished(() => plugin.unload());
  const leaf = app.workspace.getLeaf(false);
  await leaf.openFile(app.vault.put("a.md", SCARRED));
  const { editor } = leaf.view as obsidian.MarkdownView;
  const slow = { timeout: 50_000, interval: 50 };
  await vi.waitFor(() => expect(marked(editor.cm)).toEqual(["ﬁ", "$\\textemdash$", "[[nowhere]]"]), slow);
  plugin.unload();
  expect(marked(editor.cm)).toEqual([]);
});
