// Typst as a library of Node (npm: @myriaddreamin/typst-ts-node-compiler) makes a PDF.
//
// usage: node typst.mjs PACKAGES FONTS FILE.typ FILE.pdf [--tagged]
//
// PACKAGES is the folder with node_modules/. The PDF is untagged unless asked for.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const [packages, fonts, from, to, tagged] = process.argv.slice(2);
const { NodeCompiler } = createRequire(resolve(packages) + "/")("@myriaddreamin/typst-ts-node-compiler");

const compiler = NodeCompiler.create({ workspace: packages, fontArgs: [{ fontPaths: [resolve(fonts)] }] });
const made = compiler.compile({ mainFileContent: readFileSync(from, "utf8") });
if (!made.result || made.hasError()) {
    made.printErrors();
    process.exit(1);
}
made.printDiagnostics();
writeFileSync(to, compiler.pdf(made.result, { pdfTags: tagged === "--tagged", creationTimestamp: 0 }));
