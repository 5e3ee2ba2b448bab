#!/usr/bin/env node
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { DOCS } = require('../dist/src/docs.js');

for (const [path, write] of Object.entries(DOCS)) {
  writeFileSync(join(__dirname, '..', path), write());
  console.log(`wrote ${path}`);
}
