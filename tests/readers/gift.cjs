// Reads GIFT with the grammar of gift-pegjs.
"use strict";

const { parse } = require("gift-pegjs");

require("./answer.cjs")((given) => parse(given.toString("utf8")));
