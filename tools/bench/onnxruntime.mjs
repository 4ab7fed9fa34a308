// node onnxruntime.mjs FOLDER THREADS SECONDS      (run where onnxruntime-node is installed)
// Times FOLDER/model.onnx on FOLDER/in.npy and prints {load_ms, median_ms, p90_ms, runs, off}: off is max |a - b| / max |b|
// against FOLDER/out.npy, PyTorch's output.
import { createRequire } from 'module'; import fs from 'fs';
const ort = createRequire(process.cwd() + '/x.js')('onnxruntime-node');
const [folder, threads, seconds] = process.argv.slice(2);

function npyF32(file) {
  const bytes = fs.readFileSync(file), length = bytes.readUInt16LE(8), header = bytes.toString('latin1', 10, 10 + length);
  if (!header.includes("'<f4'")) throw Error(file + ': not f32');
  const shape = /'shape': \(([^)]*)\)/.exec(header)[1].split(',').map(s => s.trim()).filter(Boolean).map(Number);
  const data = bytes.buffer.slice(bytes.byteOffset + 10 + length, bytes.byteOffset + bytes.length);
  return new ort.Tensor('float32', new Float32Array(data), shape);
}

const meta = JSON.parse(fs.readFileSync(folder + '/meta.json'));
const begin = performance.now();
const session = await ort.InferenceSession.create(folder + '/model.onnx', {
  intraOpNumThreads: +threads, interOpNumThreads: 1, graphOptimizationLevel: 'all', executionMode: 'sequential', logSeverityLevel: 3 });
const load = performance.now() - begin;
const feeds = { [meta.input]: npyF32(folder + '/in.npy') }, wanted = npyF32(folder + '/out.npy').data;
const found = (await session.run(feeds))[meta.output].data;
let off = 0, largest = 0;
for (let i = 0; i < wanted.length; i++) { off = Math.max(off, Math.abs(found[i] - wanted[i])); largest = Math.max(largest, Math.abs(wanted[i])); }
for (let i = 0, w = performance.now(); i < 3 || (performance.now() - w < 200 && i < 300); i++) await session.run(feeds);
const times = [], start = performance.now();
while (times.length < 5 || (performance.now() - start < 1000 * seconds && times.length < 20000)) {
  const t = performance.now(); await session.run(feeds); times.push(performance.now() - t);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ load_ms: load, median_ms: times[times.length >> 1], p90_ms: times[Math.floor(times.length * 0.9)], runs: times.length, off: off / largest }));
