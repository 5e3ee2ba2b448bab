import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCS, withBlock } from '../src/docs';

it.each(Object.entries(DOCS))('%s says what the code says (else: npm run docs)', (path, write) => {
  const document = readFileSync(join(__dirname, '..', path), 'utf8');
  expect(document).toBe(write(document));
});

describe('a block in a document', () => {
  const document = 'By hand\n<!-- generated: a -->\nold\n<!-- /generated -->\nBy hand\n';

  it('is made anew, and what is written by hand around it stays', () => {
    const anew = withBlock(document, 'a', 'new $1');
    expect(anew).toBe('By hand\n<!-- generated: a -->\nnew $1\n<!-- /generated -->\nBy hand\n');
    expect(withBlock(anew, 'a', 'new $1')).toBe(anew);
  });

  it('must be there', () => {
    expect(() => withBlock(document, 'b', 'new')).toThrow('the document has no block b');
  });
});
