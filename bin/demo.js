#!/usr/bin/env node
require('./build-if-needed.js').buildIfNeeded();
require('../dist/demo/command.js').run(process.argv.slice(2));
