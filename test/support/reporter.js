const { readFileSync } = require('node:fs');
const { relative } = require('node:path');

/** What of a run was left out, and how it ended, in the last lines: jest's own summary comes after every reporter's. */
class LastLines {
  onRunComplete(_contexts, results) {
    process.once('exit', () => console.error(lastLines(results)));
  }
}

function lastLines({ testResults, numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
  const counts = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
  return [...skipped(testResults), counts].map((line) => `\n${line}`).join('');
}

function skipped(testResults) {
  const why = process.env.TEST_MYSQL_SKIPPED;
  const paths = why ? testResults.map(({ testFilePath }) => testFilePath).filter(asksDatabases) : [];
  if (paths.length === 0) return [];
  return [`Skipped on MySQL and MariaDB (${why}):`, ...paths.sort().map((path) => `  ${relative(process.cwd(), path)}`)];
}

/** Suites that run once for each database. */
function asksDatabases(path) {
  return /\bdatabases\(\)/.test(readFileSync(path, 'utf8'));
}

module.exports = LastLines;
