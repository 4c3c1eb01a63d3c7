// Turns QTI 2.1 items into QTI 3, with the converter of others. In and out: JSON, names to XML.
import { convertQti2toQti3 } from "@citolab/qti-convert/qti-convert-node";
import { readFileSync, writeSync } from "node:fs";

const items = JSON.parse(readFileSync(0, "utf8"));
const converted = {};
for (const [name, xml] of Object.entries(items)) converted[name] = await convertQti2toQti3(xml);
writeSync(1, JSON.stringify(converted));
