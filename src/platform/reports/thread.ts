import { Worker } from 'node:worker_threads';
import type { Manifest } from '../../domain/figures/report';
import { type Begun, Leaving, type ReportMaker, type TellRows } from '../../ports/report-maker';
import { removeParts } from './folder';

/** What the thread is given. */
export interface ThreadTask {
  readonly databaseUrl: string;
  /** In which reports lie. */
  readonly folder: string;
  readonly report: Begun;
}

/** What the thread says: how far it is, and one of the others last. */
export type ThreadSays =
  | { readonly rows: number }
  | { readonly manifest: Manifest }
  | { readonly broke: string; readonly code: string | undefined };

interface Threads extends Omit<ThreadTask, 'report'> {
  /** The script that answers to a `ThreadTask`. */
  readonly script: string;
  /** Ends what is being made. */
  readonly leaving: AbortSignal;
}

/** Far more than a report needs: the library of the embedded database takes the whole process along when its thread is ended in the middle. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/**
 * Makes each report on a thread of its own, which begins with it and ends with it. It sees nothing of the environment. One that is
 * to stop is asked to, and waited for.
 */
export const reportThreads = ({ script, leaving, ...given }: Threads): ReportMaker => ({
  async make(report, tell) {
    if (leaving.aborted) throw new Leaving();
    const workerData: ThreadTask = { ...given, report };
    const worker = new Worker(script, { workerData, env: {}, resourceLimits: LIMITS });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    try {
      return await made(worker, { tell, leaving });
    } catch (error) {
      worker.postMessage('stop');
      await ended;
      await removeParts(given.folder, report.id);
      throw error;
    } finally {
      await ended;
    }
  },
});

interface Meanwhile {
  readonly tell: TellRows;
  readonly leaving: AbortSignal;
}

function made(worker: Worker, { tell, leaving }: Meanwhile): Promise<Manifest> {
  return new Promise<Manifest>((resolve, reject) => {
    const leave = () => reject(new Leaving());
    leaving.addEventListener('abort', leave);
    worker.on('message', listening({ tell, resolve, reject }));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      leaving.removeEventListener('abort', leave);
      reject(new Error(`the thread ended with ${code} before it had made the report`));
    });
  });
}

interface Ends {
  readonly tell: TellRows;
  resolve(manifest: Manifest): void;
  reject(error: unknown): void;
}

/** What is said while the last is still being told is left out. */
function listening({ tell, resolve, reject }: Ends): (says: ThreadSays) => void {
  let telling = false;
  const told = async (rows: number): Promise<void> => {
    if (telling) return;
    telling = true;
    await tell(rows);
    telling = false;
  };
  return (says) => {
    if ('rows' in says) told(says.rows).catch(reject);
    else if ('manifest' in says) resolve(says.manifest);
    else reject(Object.assign(new Error(says.broke), { code: says.code }));
  };
}
