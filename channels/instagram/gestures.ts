import { reacting, showing } from '../meta/messaging/gestures';
import { INSTAGRAM } from './send';

/** Instagram lets a business put one thing to a message, a heart. */
export const react = reacting(INSTAGRAM, () => 'love');
export const seen = showing(INSTAGRAM, 'mark_seen');
export const typing = showing(INSTAGRAM, 'typing_on');
