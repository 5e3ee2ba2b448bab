import type { Desk } from '../../actions/desk';
import { isAttended } from '../../actions/webchat/online';
import type { Channel } from '../../ports/store';

/** Long enough that a busy site asks the database but now and then. */
const HOLDS = 5_000;

/** Whether somebody is there to answer, remembered for some seconds, or until somebody comes or goes. */
export function attendance(desk: Desk) {
  const known = new Map<string, { readonly is: Promise<boolean>; readonly until: number }>();
  return {
    of(channel: Channel): Promise<boolean> {
      const now = desk.clock.now();
      const last = known.get(channel.id);
      if (last && now < last.until) return last.is;
      const is = isAttended(desk, channel);
      known.set(channel.id, { is, until: now + HOLDS });
      is.catch(() => known.delete(channel.id));
      return is;
    },
    forget: () => known.clear(),
  };
}
