#!/usr/bin/env node
require('./build-if-needed.js').buildIfNeeded();
require('../dist/src/cli.js').run(process.argv);
