// node onnxruntime.mjs FOLDER                      (run where onnxruntime-node is installed)
// Runs FOLDER/model.onnx on FOLDER/in.INPUT.npy and writes FOLDER/ort.OUTPUT.npy.
//
// node onnxruntime.mjs FOLDER THREADS SECONDS
// Times it and prints {load_ms, median_ms, p90_ms, runs, off}: off is the largest max |a - b| / max |b| of the outputs
// against FOLDER/out.OUTPUT.npy.
import { createRequire } from 'module'; import fs from 'fs';
const ort = createRequire(process.cwd() + '/x.js')('onnxruntime-node');
const [folder, threads, seconds] = process.argv.slice(2);

const types = { '<f4': ['float32', Float32Array], '<i8': ['int64', BigInt64Array], '<i4': ['int32', Int32Array], '|b1': ['bool', Uint8Array],
  '|u1': ['uint8', Uint8Array], '|i1': ['int8', Int8Array], '<i2': ['int16', Int16Array], '<f8': ['float64', Float64Array] };
function npy(file) {
  const bytes = fs.readFileSync(file), length = bytes.readUInt16LE(8), header = bytes.toString('latin1', 10, 10 + length);
  const [type, Elements] = types[/'descr': '([^']*)'/.exec(header)[1]] ?? (() => { throw Error(file + ': ' + header); })();
  const shape = /'shape': \(([^)]*)\)/.exec(header)[1].split(',').map(s => s.trim()).filter(Boolean).map(Number);
  const data = bytes.buffer.slice(bytes.byteOffset + 10 + length, bytes.byteOffset + bytes.length);
  return new ort.Tensor(type, new Elements(data), shape);
}
function writeNpy(file, tensor) {
  const type = Object.keys(types).find(key => types[key][0] === tensor.type) ?? (() => { throw Error(file + ': ' + tensor.type); })();
  let header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${tensor.dims.map(d => d + ',').join(' ')}), }`;
  header = header.padEnd(64 * Math.ceil((header.length + 11) / 64) - 11) + '\n';
  const start = Buffer.from('\x93NUMPY\x01\x00\x00\x00' + header, 'latin1');
  start.writeUInt16LE(header.length, 8);
  fs.writeFileSync(file, Buffer.concat([start, Buffer.from(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength)]));
}

const meta = JSON.parse(fs.readFileSync(folder + '/meta.json'));
const begin = performance.now();
const session = await ort.InferenceSession.create(folder + '/model.onnx', {
  intraOpNumThreads: +(threads ?? 1), interOpNumThreads: 1, graphOptimizationLevel: 'all', executionMode: 'sequential', logSeverityLevel: 3 });
const load = performance.now() - begin;
const feeds = Object.fromEntries(meta.inputs.map(name => [name, npy(`${folder}/in.${name}.npy`)]));
const results = await session.run(feeds);
if (threads === undefined) {
  for (const name of meta.outputs) writeNpy(`${folder}/ort.${name}.npy`, results[name]);
  process.exit(0);
}
let off = 0;
for (const name of meta.outputs) {
  const found = results[name].data, wanted = npy(`${folder}/out.${name}.npy`).data;
  let most = 0, largest = 0;
  for (let i = 0; i < wanted.length; i++) {
    most = Math.max(most, Math.abs(Number(found[i]) - Number(wanted[i])));
    largest = Math.max(largest, Math.abs(Number(wanted[i])));
  }
  off = Math.max(off, most / largest);
}
for (let i = 0, w = performance.now(); i < 3 || (performance.now() - w < 200 && i < 300); i++) await session.run(feeds);
const times = [], start = performance.now();
while (times.length < 5 || (performance.now() - start < 1000 * seconds && times.length < 20000)) {
  const t = performance.now(); await session.run(feeds); times.push(performance.now() - t);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ load_ms: load, median_ms: times[times.length >> 1], p90_ms: times[Math.floor(times.length * 0.9)], runs: times.length, off }));
