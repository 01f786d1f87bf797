
"use strict";

/* A table is sorted by a click on a head. `sort(column, isDown)` puts its rows in order. */
function sortable(table, sort) {
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isDown = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      sort(column, isDown);
    });
  }
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/* What stands in a cell, a number where its column holds numbers. */
function valueOf(cell) {
  const text = cell.textContent;
  return cell.classList.contains("number") ? Number(text.replaceAll(",", "")) : text.toLowerCase();
}

function sortRows(table, column, isDown) {
  const rows = [...table.tBodies[0].rows].map((row) => [valueOf(row.cells[column]), row]);
  rows.sort(([one], [other]) => (isDown ? compare(other, one) : compare(one, other)));
  table.tBodies[0].replaceChildren(...rows.map(([, row]) => row));
}

/* All findings, of which the table shows a page at a time. A row of the data is seven numbers:
   path, line, column, rule, message, fix, dictionary. */
class Findings {
  constructor(table, data) {
    this.table = table;
    this.data = data;
    this.words = [data.paths, null, null, data.rules, data.messages, data.fixes, data.dictionaries];
    this.shown = data.rows;
    this.start = 0;
    this.texts = null;
    this.ranks = new Map();
  }

  /* The row as it is filtered: all its words, in lower case. */
  textsOfAll() {
    const { paths, rules, messages, dictionaries, fixes, rows } = this.data;
    return rows.map(([path, line, , rule, message, fix, dictionary]) =>
      [`${paths[path]}:${line}`, rules[rule], messages[message], fixes[fix], dictionaries[dictionary]]
        .join(" ").toLowerCase());
  }

  filter(words) {
    this.texts ??= this.textsOfAll();
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const { rows } = this.data;
    this.kept = wanted.length === 0 ? rows
      : rows.filter((_, index) => wanted.every((word) => this.texts[index].includes(word)));
    this.shown = this.order ? this.sorted(this.kept) : this.kept;
    this.show(0);
  }

  sort(column, isDown) {
    this.order = { column, isDown };
    this.shown = this.sorted(this.kept ?? this.data.rows);
    this.show(0);
  }

  sorted(rows) {
    const { column, isDown } = this.order;
    const ranks = this.words[column] && this.ranksOf(column);
    const key = ranks ? (row) => ranks[row[column]] : (row) => row[column];
    return [...rows].sort((one, other) => (isDown ? key(other) - key(one) : key(one) - key(other)));
  }

  /* The place of each word of a column among all of them in order. */
  ranksOf(column) {
    if (!this.ranks.has(column)) {
      const words = this.words[column].map((word, index) => [word.toLowerCase(), index]);
      words.sort(([one], [other]) => compare(one, other));
      const ranks = new Array(words.length);
      for (const [rank, [, index]] of words.entries()) ranks[index] = rank;
      this.ranks.set(column, ranks);
    }
    return this.ranks.get(column);
  }

  show(start) {
    this.start = start;
    const { size } = this.data;
    const rows = this.shown.slice(start, start + size).map((row) => this.row(row));
    this.table.tBodies[0].replaceChildren(...rows);
    const last = Math.min(start + size, this.shown.length);
    const range = this.shown.length > size ? `, ${start + 1} to ${last} shown` : "";
    const noun = this.shown.length === 1 ? "finding" : "findings";
    document.getElementById("count").textContent =
      `${this.shown.length.toLocaleString("en")} ${noun}${range}`;
    document.getElementById("back").disabled = start === 0;
    document.getElementById("on").disabled = last >= this.shown.length;
  }

  row(numbers) {
    const row = document.createElement("tr");
    for (const [column, number] of numbers.entries()) {
      const cell = row.insertCell();
      const words = this.words[column];
      cell.className = words ? "" : "number";
      const text = words ? words[number] : String(number);
      cell.append(column === 0 ? this.link(text) : text);
    }
    return row;
  }

  link(path) {
    const link = document.createElement("a");
    const [vault, file] = [this.data.vault, path].map(encodeURIComponent);
    link.href = `obsidian://open?vault=${vault}&file=${file}`;
    link.textContent = path;
    return link;
  }
}

function begin() {
  const table = document.getElementById("all-findings");
  for (const other of document.querySelectorAll("table")) {
    if (other !== table) sortable(other, (column, isDown) => sortRows(other, column, isDown));
  }
  if (!table) return;
  const findings = new Findings(table, JSON.parse(document.getElementById("data").textContent));
  sortable(table, (column, isDown) => findings.sort(column, isDown));
  const [field, back, on] = ["filter", "back", "on"].map((name) => document.getElementById(name));
  field.form.hidden = false;
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => findings.filter(field.value));
  back.addEventListener("click", () => findings.show(findings.start - findings.data.size));
  on.addEventListener("click", () => findings.show(findings.start + findings.data.size));
  findings.show(0);
}

begin();
