// Reads CSV from standard input with Papa Parse and prints the rows as JSON, or its complaints.
const Papa = require("papaparse");
const { data, errors } = Papa.parse(require("fs").readFileSync(0, "utf-8").replace(/^\ufeff/, ""), { skipEmptyLines: true });
console.log(JSON.stringify(errors.length ? { refused: JSON.stringify(errors) } : { read: data }));
