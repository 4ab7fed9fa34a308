// node oracle.mjs FOLDER: ONNX Runtime, as it is installed in FOLDER, behind the pipe that Runner.cpp describes. Code 0: the
// results follow; 1: it refuses the model, and says why; 2: it refuses the run.
import { createRequire } from 'module'; import fs from 'fs';
const ort = createRequire(process.argv[2] + '/x.js')('onnxruntime-node');

// The names in the order of aic_element_type; bfloat16 has no array in JavaScript, the models for this side do without.
const types = [['float32', Float32Array], ['float16', Uint16Array], null, ['float64', Float64Array], ['bool', Uint8Array],
  ['int8', Int8Array], ['uint8', Uint8Array], ['int16', Int16Array], ['int32', Int32Array], ['int64', BigInt64Array]];

function readAll(length) {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    let got = 0;
    try { got = fs.readSync(0, bytes, at, length - at); } catch (e) { if (e.code !== 'EAGAIN') throw e; continue; }
    if (got === 0) return null;
    at += got;
  }
  return bytes;
}

function writeAll(bytes) {
  for (let at = 0; at < bytes.length;) {
    try { at += fs.writeSync(1, bytes, at); } catch (e) { if (e.code !== 'EAGAIN') throw e; }
  }
}

class Reader {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }
  take(length) { this.at += length; return this.bytes.subarray(this.at - length, this.at); }
  u8() { return this.take(1)[0]; }
  u32() { return this.take(4).readUInt32LE(); }
  i64() { return Number(this.take(8).readBigInt64LE()); }
  text() { return this.take(this.u32()).toString(); }
  tensor() {
    const name = this.text(), [type, Elements] = types[this.u8()], dims = Array.from({ length: this.u8() }, () => this.i64());
    const data = this.take(this.i64());
    return [name, new ort.Tensor(type, new Elements(data.buffer.slice(data.byteOffset, data.byteOffset + data.length)), dims)];
  }
}

const u32 = value => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; };
const i64 = value => { const bytes = Buffer.alloc(8); bytes.writeBigInt64LE(BigInt(value)); return bytes; };
const text = value => { const bytes = Buffer.from(value); return Buffer.concat([u32(bytes.length), bytes]); };

function tensor(name, value) {
  const type = types.findIndex(row => row && row[0] === value.type);
  if (type < 0) throw Error(`output '${name}' has type ${value.type}`);
  const data = Buffer.from(value.data.buffer, value.data.byteOffset, value.data.byteLength);
  return Buffer.concat([text(name), Buffer.from([type, value.dims.length]), ...value.dims.map(i64), i64(data.length), data]);
}

async function answer(request) {
  const reader = new Reader(request), level = /level=(\w+)/.exec(reader.text())[1];
  const model = reader.take(reader.u32()), feeds = Object.fromEntries(Array.from({ length: reader.u32() }, () => reader.tensor()));
  let session;
  try {
    session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1,
      graphOptimizationLevel: level, executionMode: 'sequential', logSeverityLevel: 4, enableCpuMemArena: false });
  } catch (e) { return Buffer.concat([u32(1), text(String(e.message ?? e)), u32(0)]); }
  try {
    const used = Object.fromEntries(session.inputNames.map(name => [name, feeds[name]]));
    const results = await session.run(used);
    return Buffer.concat([u32(0), text(''), u32(session.outputNames.length), ...session.outputNames.map(name => tensor(name, results[name]))]);
  } catch (e) { return Buffer.concat([u32(2), text(String(e.message ?? e)), u32(0)]); } finally { await session.release(); }
}

for (let header; (header = readAll(4));) {
  const result = await answer(readAll(header.readUInt32LE()));
  writeAll(Buffer.concat([u32(result.length), result]));
}
