// Reads the .xlsx named on the command line with exceljs and prints the cells of each sheet as JSON: value, and whether it is a formula.
const ExcelJS = require("exceljs/dist/exceljs.min.js");
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(require("fs").readFileSync(process.argv[2]));
  const sheets = book.worksheets.map((sheet) => {
    const rows = [];
    for (let number = 1; number <= sheet.rowCount; number++) {
      const cells = [];
      for (let place = 1; place <= sheet.columnCount; place++) {
        const cell = sheet.getRow(number).getCell(place);
        cells.push({ value: cell.value, formula: cell.type === ExcelJS.ValueType.Formula });
      }
      rows.push(cells);
    }
    return { name: sheet.name, rows };
  });
  console.log(JSON.stringify({ read: sheets }));
})().catch((error) => console.log(JSON.stringify({ refused: error.message })));
