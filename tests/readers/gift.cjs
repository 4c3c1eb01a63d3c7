// Reads GIFT from standard input with gift-pegjs and prints what it found as JSON, or its complaint.
const { parse } = require("gift-pegjs");
const text = require("fs").readFileSync(0, "utf-8");
try {
  console.log(JSON.stringify({ read: parse(text) }));
} catch (error) {
  console.log(JSON.stringify({ refused: `${error.location ? error.location.start.line + ": " : ""}${error.message}` }));
}
