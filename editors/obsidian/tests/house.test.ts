// @vitest-environment node
/** What holds for every file. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULES = readdirSync(`${ROOT}/src`);

test.each(MODULES)("%s says what it is, is short, and has its tests", (name) => {
  const text = readFileSync(`${ROOT}/src/${name}`, "utf8");
  expect(text).toMatch(/^\/\*\* \S/);
  expect(text.split("\n").length).toBeLessThan(275);
  expect(existsSync(`${ROOT}/tests/${name.replace(".ts", ".test.ts")}`)).toBe(true);
});

test.each(MODULES)("%s asks nobody on the network, and writes no HTML", (name) => {
  const text = readFileSync(`${ROOT}/src/${name}`, "utf8");
  expect(text).not.toMatch(/\b(fetch|requestUrl|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|outerHTML)\b/);
  expect(text).not.toMatch(/from "node:(?:https?|net|dgram|tls)"/);
});

test("only the server is ever started", () => {
  const starting = MODULES.filter((name) => readFileSync(`${ROOT}/src/${name}`, "utf8").includes("child_process"));
  expect(starting).toEqual(["server_process.ts"]);
});

test("no lock names the host of a registry", () => {
  expect(readFileSync(`${ROOT}/package-lock.json`, "utf8")).not.toMatch(/"resolved"/);
});

test("versions are exact", () => {
  const made = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as Record<string, Record<string, string>>;
  const versions = Object.values({ ...made["dependencies"], ...made["devDependencies"] });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
