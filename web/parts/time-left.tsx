import type { Ticket } from '../api/types';
import { useWords } from '../words';
import { Icon } from './icon';
import { useMinute } from './now';

const HOUR = 3_600_000;
const ROUND = 2 * Math.PI * 5.5;

/** A ring that empties with the share that is left. It steps each minute and never blinks. */
export function Ring({ share }: { readonly share: number }) {
  return (
    <svg className="ring" viewBox="0 0 14 14" aria-hidden="true">
      <circle className="bg" cx="7" cy="7" r="5.5" />
      <circle cx="7" cy="7" r="5.5" strokeDasharray={`${Math.max(0, Math.min(1, share)) * ROUND} ${ROUND}`} />
    </svg>
  );
}

/** What is left of a window, in milliseconds: of a day a moment is gone as soon as it begins, whatever this computer's clock says. */
export const leftOf = (left: number, whole: number): number => Math.max(0, Math.min(left, whole) - 1);

/** Until when people may answer freely. In lists (`only="soon"`) it shows when four hours or less are left, or when it is over. */
export function TimeLeft({ window, only }: { readonly window: Ticket['replyWindow']; readonly only?: 'soon' }) {
  const { windows, lasting } = useWords().common;
  const now = useMinute();
  if (!window) return null;
  const left = window.closesAt === null ? 0 : Date.parse(window.closesAt) - now;
  if (left <= 0)
    return (
      <span className="left shut">
        <Icon name={window.state === 'closed' ? 'lock' : 'template'} size="xs" />
        {window.state === 'closed' ? windows.closed : windows.templateOnly}
      </span>
    );
  const soon = left <= 4 * HOUR;
  if (only === 'soon' && !soon) return null;
  const human = window.state === 'human_agent';
  const whole = (human ? 144 : 24) * HOUR;
  const said = lasting(leftOf(left, whole));
  return (
    <span className={`left ${soon ? 'soon' : ''}`}>
      <Ring share={left / whole} />
      {soon ? said : human ? windows.human(said) : windows.free(said)}
    </span>
  );
}
