// Reads rows of CSV or TSV with Papa Parse, which web applications read uploads with. Every cell is a text.
"use strict";

const { parse } = require("papaparse");

require("./answer.cjs")((given) => {
  const { data, errors } = parse(given.toString("utf8"), { delimiter: process.argv[2] });
  if (errors.length) throw new Error(errors.map((each) => `row ${each.row + 1}: ${each.message}`).join("; "));
  const last = data.at(-1);
  return last?.length === 1 && last[0] === "" ? data.slice(0, -1) : data; // what follows the last line break
});
