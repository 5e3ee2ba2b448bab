const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

/** Preloaded into a desk whose memory is measured: garbage is collected each second, so that what is left is what is kept. */
setFlagsFromString('--expose-gc');
setInterval(runInNewContext('gc'), 1000).unref();
