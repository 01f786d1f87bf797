/** Places as the language server counts them, lines and UTF-16 units, and offsets. */

import type { Text } from "@codemirror/state";
import type { Position, Range } from "vscode-languageserver-protocol";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function placeOf(text: Text, offset: number): Position {
  const line = text.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}

/** A place behind the end of its line is that end, one behind the last line the end of the text. */
export function offsetOf(text: Text, place: Position): number {
  if (place.line >= text.lines) return text.length;
  const line = text.line(place.line + 1);
  return Math.min(line.from + place.character, line.to);
}

export function rangeOf(text: Text, span: Span): Range {
  return { start: placeOf(text, span.from), end: placeOf(text, span.to) };
}

export function spanOf(text: Text, range: Range): Span {
  const ends = [offsetOf(text, range.start), offsetOf(text, range.end)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** Of a file as it stands on disk, whose lines may end in any way. */
export function spanInFile(content: string, range: Range): Span {
  const lines = linesOf(content);
  return { from: offsetInFile(content, lines, range.start), to: offsetInFile(content, lines, range.end) };
}

function linesOf(content: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const end of content.matchAll(/\r\n?|\n/g)) {
    found.push({ from, to: end.index });
    from = end.index + end[0].length;
  }
  return [...found, { from, to: content.length }];
}

function offsetInFile(content: string, lines: readonly Span[], place: Position): number {
  const line = lines[place.line];
  return line ? Math.min(line.from + place.character, line.to) : content.length;
}
