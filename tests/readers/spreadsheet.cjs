// Reads a .xlsx with exceljs: the cells of each sheet, with their value and whether it is a formula.
"use strict";

const ExcelJS = require("exceljs/dist/exceljs.min.js");

function cellsOf(sheet, number) {
  const places = Array.from({ length: sheet.columnCount }, (_, at) => sheet.getRow(number).getCell(at + 1));
  return places.map((cell) => ({ value: cell.value, formula: cell.type === ExcelJS.ValueType.Formula }));
}

require("./answer.cjs")(async (given) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(given);
  return book.worksheets.map((sheet) => Array.from({ length: sheet.rowCount }, (_, at) => cellsOf(sheet, at + 1)));
});
