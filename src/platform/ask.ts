import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A line from the terminal that is not shown while it is typed, or the first line of what is piped in. */
export async function askSecret(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY === true });
  try {
    return await firstLine(lines);
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line;
  return '';
}
