const { availableParallelism } = require('node:os');
require('./test/support/fast-folder');

/** @type {import('jest').Config} */
module.exports = {
  // One realm for all files of a worker, and what lies in node_modules loaded once for them: test/support/one-realm.js.
  testEnvironment: '<rootDir>/test/support/worker-environment.js',
  runtime: '<rootDir>/test/support/one-realm.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // They need a browser and the built web app: npm run test:browser.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/test/support/reporter.js'],
  // A test waits for its database often enough: one worker more than there are cores keeps them all busy.
  maxWorkers: availableParallelism() + 1,
  // A worker keeps the modules of every file that it ran, 2.1 GB halfway through: a new one takes over before.
  workerIdleMemoryLimit: '768MB',
  testTimeout: process.env.TEST_SIZE === 'full' ? 1_800_000 : 60_000,
};
