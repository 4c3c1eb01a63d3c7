// What the TypeScript compiler says of an Apps Script file, with the typings of Apps Script and nothing of a browser.
"use strict";

const ts = require("typescript");

const NAME = "script.js";
const OPTIONS = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  strict: true, // also for parameters, which need a JSDoc type: what has none could be called anything
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2020,
  lib: ["lib.es2020.d.ts"],
  types: ["google-apps-script"],
  typeRoots: [`${__dirname}/node_modules/@types`],
};

require("./answer.cjs")((given) => {
  const script = ts.createSourceFile(NAME, given.toString("utf8"), OPTIONS.target, true, ts.ScriptKind.JS);
  const host = ts.createCompilerHost(OPTIONS);
  const fromDisk = host.getSourceFile;
  host.getSourceFile = (name, ...more) => (name === NAME ? script : fromDisk(name, ...more));
  const program = ts.createProgram([NAME], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(told);
});

function told({ file, start, code, messageText }) {
  const words = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  if (!file) return words;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName}:${line + 1}:${character + 1}: ${words}`;
}
