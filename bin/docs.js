#!/usr/bin/env node
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { DOCS } = require('../dist/src/docs.js');

for (const [path, write] of Object.entries(DOCS)) {
  const file = join(__dirname, '..', path);
  writeFileSync(file, write(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  console.log(`wrote ${path}`);
}
