import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCS } from '../src/docs';

it.each(Object.entries(DOCS))('%s says what the code says (else: npm run docs)', (path, write) => {
  expect(readFileSync(join(__dirname, '..', path), 'utf8')).toBe(write());
});
