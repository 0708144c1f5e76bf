// Puts beside the bundle what belongs into the package: the licence, the schema of the settings, and the licences of
// what esbuild has bundled, as they ask for.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

copyFileSync("../../LICENSE", "LICENSE");
copyFileSync("../../docs/reportlint.schema.json", "reportlint.schema.json");

const { inputs } = JSON.parse(readFileSync("dist/meta.json", "utf8"));
const bundled = Object.keys(inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
const notices = [...new Set(bundled.filter(Boolean))].sort().map((name) => {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!licence) throw new Error(`${name} has no licence`);
  return `${name} ${version}\n\n${readFileSync(`${folder}/${licence}`, "utf8").trim()}\n`;
});
writeFileSync("NOTICES", notices.join("\n----\n\n"));
