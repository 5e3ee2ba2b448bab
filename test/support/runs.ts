/** How often a property is tried: a few hundred times by default, for long under `TEST_SIZE=full`. fast-check prints the seed of a failure. */
export const RUNS = process.env.TEST_SIZE === 'full' ? 20_000 : 300;
