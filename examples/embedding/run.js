const aic = require(require("path").resolve(process.argv[2])); // the addon that node.c is, aic.node
const y = aic.run(process.argv[3], new Float32Array([1, -1, 0.5, 2, 0, 1, -2, 3]));
console.log(y[0].toFixed(6));
