// One question to a reader: the text comes on standard input, the answer leaves as JSON.
// {"read": …} is what the reader made of it; {"fault": "…"} is the reader's own sentence about why it refuses.
"use strict";

const { readFileSync } = require("node:fs");

module.exports = async function answer(read) {
  const given = readFileSync(0);
  let said;
  try {
    said = { read: await read(given) };
  } catch (problem) {
    said = { fault: words(problem) };
  }
  process.stdout.write(JSON.stringify(said));
};

function words(problem) {
  const place = problem.location?.start;
  return (place ? `${place.line}:${place.column}: ` : "") + (problem.message ?? String(problem));
}
