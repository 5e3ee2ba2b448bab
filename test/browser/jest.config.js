const base = require('../../jest.config.js');

/** The desk in a real browser, on what was built into dist/. */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: undefined,
  globalTeardown: undefined,
  // Each file has a desk, a twin and a browser of its own, and waits often: a third of them keeps two cores busy.
  maxWorkers: 3,
  testTimeout: 120_000,
};
