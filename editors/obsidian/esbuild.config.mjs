/** Makes main.js, which Obsidian loads. `node esbuild.config.mjs --watch` makes it anew when a source
 * changes. */

import { builtinModules } from "node:module";
import { argv } from "node:process";
import esbuild from "esbuild";

const supplied = ["obsidian", "electron", "@codemirror/*", "@lezer/*"]; // by Obsidian

const context = await esbuild.context({
  entryPoints: ["src/main.ts"],
  outfile: "main.js",
  bundle: true,
  format: "cjs",
  target: "es2022",
  platform: "node",
  minify: !argv.includes("--watch"),
  external: [...supplied, ...builtinModules, "node:*"],
  logLevel: "info",
});

if (argv.includes("--watch")) {
  await context.watch();
} else {
  await context.rebuild();
  await context.dispose();
}
