const { ModuleMocker } = require('jest-mock');

/** What jest-circus leaves in the realm for the tests of one file. */
const OF_A_FILE = /^(JEST_STATE|EVENT_HANDLERS$|RETRY_|WAIT_BEFORE_RETRY$|LOG_ERRORS_BEFORE_RETRY$|TEST_TIMEOUT_SYMBOL$)/;
/** Enough to find a test by; each expectation takes its stack, and 100 frames as jest would have it cost time. */
const FRAMES = 20;

/** The realm of the worker itself, left after each file as it was found. There are no fake timers: clocks are turned by hand. */
class WorkerEnvironment {
  constructor() {
    for (const key of Object.getOwnPropertySymbols(globalThis)) if (OF_A_FILE.test(key.description)) delete globalThis[key];
    const { console, process } = globalThis;
    const { exit, getBuiltinModule } = process;
    this.before = { console, env: { ...process.env }, process: { exit, getBuiltinModule } };
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
  }

  async setup() {
    Error.stackTraceLimit = FRAMES;
  }

  async teardown() {
    const { console, env, process: own } = this.before;
    Object.assign(globalThis, { console });
    Object.assign(process, own);
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Not asked for its contents: ./one-realm.js compiles into the worker's own. */
  getVmContext() {
    return globalThis;
  }
}

module.exports = WorkerEnvironment;
