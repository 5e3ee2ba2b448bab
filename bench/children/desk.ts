import { readConfig } from '../../src/config';
import { type Running, startDesk } from '../../src/main';
import { serve } from '../support/child';

let running: Running | null = null;

export const answers = serve({
  /** The product as it is, with everything that its configuration starts. */
  async start(env: Record<string, string>): Promise<string> {
    running = await startDesk(readConfig(env));
    return running.url;
  },
  async stop(): Promise<void> {
    await running?.stop();
    running = null;
  },
});
export type DeskAnswers = typeof answers;
