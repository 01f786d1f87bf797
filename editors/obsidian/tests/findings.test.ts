import { expect, test, vi } from "vitest";
import { Addresses } from "../src/addresses";
import { Findings } from "../src/findings";
import { finding, range } from "./support/places";

const ITEM = finding(range(0, 0, 1));

test("notes in which something is found are listed in order", () => {
  const findings = new Findings();
  findings.set("b.md", [ITEM, ITEM], "2");
  findings.set("ä.md", [ITEM]);
  findings.set("c.md", [], "3");
  expect(findings.paths).toEqual(["ä.md", "b.md"]);
  expect(findings.count).toBe(3);
  expect(findings.in("none.md")).toEqual([]);
  expect(findings.resultIds(new Addresses("/v"))).toEqual([
    { uri: "file:///v/b.md", value: "2" },
    { uri: "file:///v/c.md", value: "3" },
  ]);
});

test("each change is told", () => {
  const findings = new Findings();
  const hear = vi.fn();
  findings.onChange(hear);
  findings.set("a.md", [ITEM]);
  findings.forget("a.md");
  findings.forget("a.md");
  findings.set("b.md", []);
  findings.clear();
  expect(hear.mock.calls.flat()).toEqual(["a.md", "a.md", "b.md", "b.md"]);
});
