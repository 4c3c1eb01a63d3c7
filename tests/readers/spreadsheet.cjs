// Reads a sheet of an xlsx file with exceljs: the first one, or the one named.
// The bundle is the same reader with what it needs inside, so the packages it is built from need not be installed.
"use strict";

const { Workbook } = require("exceljs/dist/exceljs.min.js");

require("./answer.cjs")(async (given) => {
  const book = new Workbook();
  await book.xlsx.load(given);
  const name = process.argv[2];
  const sheet = name ? book.getWorksheet(name) : book.worksheets[0];
  if (!sheet) throw new Error(`no sheet ${name ?? ""} among ${book.worksheets.map((each) => each.name).join(", ")}`);
  const rows = [];
  for (let row = 1; row <= sheet.rowCount; row++) {
    const cells = [];
    for (let column = 1; column <= sheet.getRow(row).cellCount; column++) cells.push(told(sheet.getCell(row, column)));
    rows.push(cells);
  }
  return rows;
});

const KINDS = ["empty", "merged", "number", "text", "date", "link", "formula", "text", "rich text", "truth", "error"];

function told(cell) {
  const { address, type, text, formula } = cell;
  return { address, kind: KINDS[type] ?? String(type), value: plain(cell.value, text), formula: formula ?? null };
}

function plain(value, text) {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === "object" ? text : value;
}
