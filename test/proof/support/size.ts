/** `small` in every run, `full` under TEST_SIZE=full. */
export const sized = (small: number, full: number): number => (process.env.TEST_SIZE === 'full' ? full : small);

/** A figure of this proof, for docs/proof.md; said only in full runs. */
export function figure(line: string): void {
  if (process.env.TEST_SIZE === 'full') process.stderr.write(`figure: ${line}\n`);
}
