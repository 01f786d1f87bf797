import { Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { offsetOf, placeOf, rangeOf, spanInFile, spanOf } from "../src/positions";
import { range } from "./support/places";

const TEXT = Text.of(["🙂 one", "", "two"]);

test.each([
  [0, 0, 0],
  [2, 0, 2], // a character beyond the first plane is two units
  [6, 0, 6],
  [7, 1, 0],
  [8, 2, 0],
  [11, 2, 3],
])("offset %i is line %i, character %i", (offset, line, character) => {
  expect(placeOf(TEXT, offset)).toEqual({ line, character });
  expect(offsetOf(TEXT, { line, character })).toBe(offset);
});

test("a place that is not there is the nearest before it", () => {
  expect(offsetOf(TEXT, { line: 0, character: 99 })).toBe(6);
  expect(offsetOf(TEXT, { line: 9, character: 0 })).toBe(11);
});

test("a range is a span, be it told backward", () => {
  const { start, end } = range(2, 1, 3);
  expect(spanOf(TEXT, { start, end })).toEqual({ from: 9, to: 11 });
  expect(spanOf(TEXT, { start: end, end: start })).toEqual({ from: 9, to: 11 });
  expect(rangeOf(TEXT, { from: 9, to: 11 })).toEqual({ start, end });
});

test("in a file lines end in any way", () => {
  const content = "a\r\nbcd\re\nf";
  const found = [range(1, 1, 9), range(2, 0, 1), range(3, 0, 1), range(7, 0, 1)].map((place) => {
    const { from, to } = spanInFile(content, place);
    return content.slice(from, to);
  });
  expect(found).toEqual(["cd", "e", "f", ""]);
});
