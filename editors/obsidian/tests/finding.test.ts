import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { messageOf, ruleOf, severityOf } from "../src/finding";
import { finding, range } from "./support/places";

const ITEM = finding(range(0, 0, 1));

test("a finding is an error, a warning or an information", () => {
  const names = ([1, 2, 3, 4, undefined] as Diagnostic["severity"][]).map(
    (severity) => severityOf({ ...ITEM, ...(severity && { severity }) }).name,
  );
  expect(names).toEqual(["error", "warning", "information", "information", "warning"]);
});

test("it is called by its rule, or else by its code", () => {
  expect(ruleOf(ITEM)).toBe("some-rule");
  expect([{ name: 1 }, null, "x"].map((data) => ruleOf({ ...ITEM, data }))).toEqual(["NL999", "NL999", "NL999"]);
  expect(ruleOf({ range: ITEM.range, message: "" })).toBe("");
});

test("it may say what it says as Markdown", () => {
  expect([messageOf(ITEM), messageOf({ ...ITEM, message: { kind: "markdown", value: "*x*" } })]).toEqual(["is wrong", "*x*"]);
});
