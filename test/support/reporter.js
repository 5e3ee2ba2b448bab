const { readFileSync } = require('node:fs');
const { relative } = require('node:path');

/** What of a run was left out, and how it ended, in the last lines. */
class LastLines {
  onRunComplete(_contexts, { testResults, numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const left = process.env.TEST_MYSQL_URL ? [] : testResults.map(({ testFilePath }) => testFilePath).filter(asksDatabases);
    if (left.length > 0) {
      console.log('\nSkipped on MySQL, because no TEST_MYSQL_URL is set and no mariadbd or mysqld was found:');
      for (const path of left.sort()) console.log(`  ${relative(process.cwd(), path)}`);
    }
    console.log(`\n${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
  }
}

/** Suites that run once for each database. */
function asksDatabases(path) {
  return /\bdatabases\(\)/.test(readFileSync(path, 'utf8'));
}

module.exports = LastLines;
