import { answerReset } from '../actions/agents/ask-reset';
import { postLetter } from '../actions/agents/post-letter';
import { takeBotTurn } from '../actions/bots/take-bot-turn';
import { setUpChannel } from '../actions/channels/set-up-channel';
import type { Desk } from '../actions/desk';
import { tellHandOff } from '../actions/handing-off/tell-hand-off';
import { checkChannel } from '../actions/health/check-channel';
import { judgeEcho } from '../actions/hearing/judge-echo';
import { redactEvents } from '../actions/hearing/unsaid';
import { endMedia } from '../actions/media/end-media';
import { fetchMedia } from '../actions/media/fetch-media';
import { removeFiles } from '../actions/media/remove-files';
import { makeReplay } from '../actions/replay/make-replay';
import { mailReport } from '../actions/reports/mail-report';
import { makeReport } from '../actions/reports/make-report';
import { routeQueue } from '../actions/routing/route-queue';
import { acknowledge } from '../actions/sending/acknowledge';
import { isElsewhere } from '../actions/sending/carried';
import { markSeen } from '../actions/sending/mark-seen';
import { type Hold, sendMessage } from '../actions/sending/send-message';
import { sendReaction } from '../actions/sending/send-reaction';
import { emptyTeam } from '../actions/teams/remove-team';
import { readTemplates } from '../actions/templates/read-templates';
import { ROUTING, transact } from '../actions/transact';
import { emptyStage } from '../actions/workspace/remove-stage';
import type { Actor } from '../domain/events';
import type { Instant } from '../domain/ticket';
import { type Errand, IN_ORDER, LeaseLost } from '../ports/store';

const LEASE = 15_000;
const RENEWAL = 5_000;
/** How many errands of a key are looked at: mostly the first may run, and behind one that must wait some may pass by. */
const LOOKS = [1, 50];
const LONGEST_WAIT = 5 * 60_000;

type Run = (desk: Desk, errand: Errand, hold: Hold) => Promise<unknown>;

// biome-ignore format: a table is read in columns
const RUNS: Record<Errand['kind'], Run> = {
  send:            sendMessage,
  echo:            judgeEcho,
  media:           fetchMedia,
  media_removal:   removeFiles,
  media_end:       endMedia,
  redaction:       redactEvents,
  bot_turn:        takeBotTurn,
  reaction:        sendReaction,
  seen:            markSeen,
  hand_off:        tellHandOff,
  reset:           answerReset,
  mail:            postLetter,
  health:          checkChannel,
  templates:       readTemplates,
  set_up:          setUpChannel,
  acknowledgement: acknowledge,
  replay:          makeReplay,
  stage_deletion:  deleteStage,
  team_deletion:   deleteTeam,
  report:          makeReport,
  report_mail:     mailReport,
};

/** Runs what waits under a key, in order, while this process holds the key's lease. Another process's key is left to it. */
export async function runKey(desk: Desk, key: string): Promise<void> {
  if (key === ROUTING) {
    await routeQueue(desk);
    return;
  }
  const token = await desk.store.leases.take(key, LEASE);
  if (token === null) return;
  const renewal = setInterval(() => void desk.store.leases.renew(key, token, LEASE).catch(() => undefined), RENEWAL);
  try {
    while (await runNext(desk, key, { name: key, token })) {}
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    clearInterval(renewal);
    await desk.store.leases.release(key, token);
  }
}

/** Runs the first errand that may run; true when it did, and the list is to be read again. */
async function runNext(desk: Desk, key: string, hold: Hold): Promise<boolean> {
  for (const most of LOOKS) {
    const errands = await desk.store.reads.errandsOf(key, most);
    const next = firstThatMay(errands, desk.clock.now());
    if (next) return !(await isElsewhere(desk, next)) && tryOne(desk, next, hold, RUNS[next.kind]);
    if (errands.length < most) return false;
  }
  return false;
}

/** What must wait holds those behind it that keep their order; the others pass by. */
function firstThatMay(errands: readonly Errand[], now: Instant): Errand | undefined {
  let held = false;
  return errands.find(({ kind, dueAt }) => {
    const keepsOrder = IN_ORDER.includes(kind);
    if (dueAt <= now && !(held && keepsOrder)) return true;
    held ||= keepsOrder;
    return false;
  });
}

/** An errand that breaks is tried again later, with growing gaps; false ends the work on its key. */
async function tryOne(desk: Desk, errand: Errand, hold: Hold, run: Run): Promise<boolean> {
  try {
    await run(desk, errand, hold);
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    desk.log.error('an errand broke and will be tried again', {
      errandId: errand.id,
      kind: errand.kind,
      attempts: errand.attempts + 1,
      cause: String(error),
    });
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(errand.attempts, 20));
    await transact(desk, async (_tx, ledger) => ledger.postpone({ ...errand, attempts: errand.attempts + 1, dueAt: ledger.at + wait }));
    return false;
  }
}

async function deleteStage(desk: Desk, errand: Errand): Promise<void> {
  const { key, by } = errand.payload as { key: string; by: Actor };
  while (!(await emptyStage(desk, key, by))) {}
  await transact(desk, async (_tx, ledger) => ledger.done(errand.id));
  await desk.house.refresh();
}

async function deleteTeam(desk: Desk, errand: Errand): Promise<void> {
  const { teamId, by } = errand.payload as { teamId: string; by: Actor };
  while (!(await emptyTeam(desk, teamId, by))) {}
  await transact(desk, async (_tx, ledger) => ledger.done(errand.id));
}
