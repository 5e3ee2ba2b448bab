import { fieldBy } from '../meta/messaging/field';

export const fieldOf = fieldBy(
  new Map([
    ['message', 'messages'],
    ['postback', 'messaging_postbacks'],
    ['message_edit', 'message_edit'],
    ['reaction', 'message_reactions'],
    ['read', 'messaging_seen'],
    ['referral', 'messaging_referral'],
    ['optin', 'messaging_optins'],
    ['pass_thread_control', 'messaging_handover'],
    ['take_thread_control', 'messaging_handover'],
    ['request_thread_control', 'messaging_handover'],
    ['app_roles', 'messaging_handover'],
  ]),
);
