import type { LineGiven, LineState } from '../../src/ports/channel';
import type { Attempt } from './attempt';
import { TooLong, within } from './time';

const MINUTE = 60_000;
const QR_HOLDS = MINUTE;
const CODE_HOLDS = 3 * MINUTE;
const CODE_WITHIN = MINUTE;

const NO_CODE = {
  code: 'pairing_refused',
  says: 'WhatsApp gave no code for this number. Look at it again, wait some minutes, or scan the picture.',
} as const;

export interface Pairing {
  /** The phone that is to be linked by a code; null = by a picture. */
  want(phone: string | null): void;
  /** Asks for a code now, in place of the picture that is shown. */
  ask(attempt: Attempt): void;
  showPicture(attempt: Attempt, qr: string): void;
  showCode(attempt: Attempt, code: string): void;
}

/** Shows somebody what links a phone. Pictures go on coming while a code holds, and are not shown then. */
export function pairing(given: LineGiven, tell: (state: LineState) => void): Pairing {
  let phone: string | null = null;
  let shown: LineState | null = null;
  const show = (state: LineState): void => {
    shown = state;
    tell(state);
  };
  const ask = (attempt: Attempt): void => {
    if (phone === null) return;
    within(given, CODE_WITHIN, attempt.client.pair(phone)).catch((cause: unknown) => {
      given.log('warn', 'no pairing code came', { cause: cause instanceof TooLong ? 'too late' : 'refused' });
      phone = null;
      if (!attempt.over && attempt.isPairing && shown) show({ ...shown, ...NO_CODE });
    });
  };
  return {
    want(wanted) {
      phone = wanted;
      shown = wanted === null || shown === null ? null : { ...shown, code: null, says: null, pairingCode: null };
    },
    ask,
    showPicture(attempt, qr) {
      if (phone !== null && shown?.pairingCode) return;
      const code = shown?.code ?? null;
      show({ status: 'pairing', code, says: code === null ? null : NO_CODE.says, qr, until: given.now() + QR_HOLDS });
      ask(attempt);
    },
    showCode(_, pairingCode) {
      show({ status: 'pairing', code: null, says: null, pairingCode, until: given.now() + CODE_HOLDS });
    },
  };
}
