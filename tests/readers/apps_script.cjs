// Checks scripts (a JSON list on standard input) with the TypeScript compiler and Google's typings, then runs the `makeForm` of each with
// recorders in place of Google's services. Prints for each the compiler's complaints and the form that came out, as JSON.
"use strict";

const ts = require("typescript");
const path = require("path");
const vm = require("vm");
const parsed = new Map(); // the libraries are the same for every script

function complaints(text) {
  const name = path.join(__dirname, "script.js");
  const options = {
    noEmit: true, allowJs: true, checkJs: true, target: ts.ScriptTarget.ES2020, lib: ["lib.es2020.d.ts"],
    types: ["google-apps-script"], typeRoots: [path.join(__dirname, "node_modules", "@types")], strict: true, skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.fileExists = (file) => file === name || exists(file);
  host.getSourceFile = (file, version) => {
    if (file === name) return ts.createSourceFile(file, text, version, true);
    if (!parsed.has(file)) parsed.set(file, read(file, version));
    return parsed.get(file);
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host));
  return found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, " "));
}

// What was set on each part: `setTitle("x")` becomes title: "x". Every setter gives its part back, as Google's do.
function part(kind, into) {
  const record = { kind };
  if (into) into.push(record);
  const self = new Proxy(record, {
    get(target, called) {
      if (called === "toJSON") return () => target;
      if (/^set/.test(called)) return (value) => { target[called[3].toLowerCase() + called.slice(4)] = value; return self; };
      if (called === "createChoice") return (value, right) => ({ value, right });
      return () => `${kind}.${String(called)}`;
    },
  });
  return self;
}

function run(text) {
  const items = [];
  const form = part("form");
  const asked = new Proxy(form, {
    get(target, called) {
      if (/^add/.test(called)) return () => part(called.slice(3), items);
      const found = target[called];
      return /^set/.test(called) ? (value) => { found(value); return asked; } : found;
    },
  });
  const feedback = () => ({ setText(said) { this.said = said; return this; }, build() { return this.said; } });
  const services = { FormApp: { create: (title) => { form.setTitle(title); return asked; }, createFeedback: feedback }, Logger: { log() {} } };
  vm.runInNewContext(`${text}\nmakeForm();`, services, { timeout: 10000 });
  return { form, items };
}

require("./answer.cjs")((given) => JSON.parse(given).map((text) => ({ complaints: complaints(text), ...run(text) })));
