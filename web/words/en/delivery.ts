import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** What became of a message, why, and what to do about it. */
export const delivery = {
  retry: 'Retry',
  writeAgain: 'Write it again',
  sendAgain: 'Send again',
  arrived: 'It arrived',
  notRetried: 'Not sent again',
  notSettled: 'Not kept',
  tried: (count: number, code: string | null) =>
    `${plural(count, { one: 'Tried once', other: `Tried ${count} times` })}${code === null ? '' : `, error ${code}`}.`,
  error: (code: string) => `Error ${code}.`,
  uncertain: (network: string, name: string) =>
    `${network} broke off before it answered. We don\u2019t repeat it by ourselves: ${name} could get it twice.`,
  notSent: (reason: string) => `Not sent: ${reason}`,
  twice: (name: string) => `${name} got this twice: it was sent again although the first had arrived.`,
  notBefore: (at: string) => `It can go again from ${at} on.`,
  waits: {
    until: (at: string) => `We try again by ourselves at ${at}.`,
    again: 'We try again by ourselves.',
    paused: 'The channel is paused. It goes out by itself once an admin has set the channel right.',
  },
  attempts: {
    show: (count: number) => plural(count, { one: 'Show the attempt', other: `Show the ${count} attempts` }),
    number: (count: number) => `Attempt ${count}`,
    outcomes: {
      postponed: 'not taken, to be tried again',
      failed: 'refused',
      uncertain: 'no answer',
      sent: 'sent',
      decided: 'seen to have arrived',
    } as Readonly<Record<string, string>>,
    by: (name: string) => `by ${name}`,
  },
  paused: {
    one: (name: string) => `${name} is paused: nothing is sent.`,
    more: (count: number) => `${count} channels are paused: nothing is sent through them.`,
    why: 'What is written waits, and goes once a channel is set right.',
    settings: 'Open its settings',
    channels: 'Open the channels',
  },
  reasons: {
    auth: (_name: string, network: string) => [
      `${network} does not accept the desk\u2019s access any more.`,
      'An admin can renew it in the channel\u2019s settings.',
    ],
    account_restricted: (_name: string, network: string) => [
      `${network} does not let this account send now.`,
      'An admin can look at the channel\u2019s settings.',
    ],
    payment: (_name: string, network: string) => [
      `${network} can\u2019t charge this account.`,
      'An admin can set the payment right at the network, and then save the channel anew.',
    ],
    rate_limited: (name: string) => [`Too many messages to ${name} in a short time.`, 'Wait some minutes before you write again.'],
    busy: (_name: string, network: string) => [`Too many messages through this channel at once, says ${network}.`, 'Wait some minutes.'],
    spam: (_name: string, network: string) => [
      `${network} has slowed this account down, because many people did not want its messages.`,
      'Write to fewer people for a while.',
    ],
    window_closed: (name: string, network: string) => [
      `The time to answer freely was over.`,
      `${network} takes words again when ${name} writes.`,
    ],
    recipient_unavailable: (name: string, network: string) => [
      `${network} can\u2019t reach ${name} now.`,
      'Their phone may be off for long, or they have blocked this account.',
    ],
    marketing_cap: (name: string, network: string) => [
      `${network} brings ${name} no more advertising for now.`,
      'An answer to what they write goes at any time.',
    ],
    blocked_bot: (name: string) => [`${name} has blocked this bot.`, 'Only they can let it write again.'],
    not_begun: (name: string, network: string) => [
      `${name} has not written to this bot yet.`,
      `On ${network} a bot answers and never begins.`,
    ],
    conversation_gone: (name: string) => ['This conversation is over at the network.', `It goes on when ${name} writes again.`],
    opted_out: (name: string) => [`${name} wants no advertising from this account.`, 'They can allow it again on their phone.'],
    experiment: (name: string, network: string) => [
      `${network} keeps advertising from ${name} for a trial of its own.`,
      'It takes words when they write.',
    ],
    blocked_by_us: (name: string, network: string) => [
      `${name} is blocked at ${network} by this account.`,
      'An admin can unblock them there.',
    ],
    recipient_invalid: (name: string, network: string) => [
      `${name} has no account on ${network} under this address.`,
      'Another channel may reach them.',
    ],
    own_number: () => ['This is the channel\u2019s own number.', ''],
    not_on_list: (name: string) => [`This is a test number, and ${name} is not on its list.`, 'An admin can add them at the network.'],
    needs_phone: (name: string, network: string) => [
      `${network} sends this kind of message to phone numbers only.`,
      `Ask ${name} for theirs.`,
    ],
    content_invalid: (_name: string, network: string) => [`${network} can\u2019t take what was written.`, 'Change it and send it again.'],
    template_problem: (_name: string, network: string) => [
      `${network} refused the template.`,
      'Choose another one, or let an admin look at it.',
    ],
    parameters: (_name: string, network: string) => [`${network} refused what was filled into the template.`, 'Fill it in anew.'],
    media_problem: (_name: string, network: string) => [`${network} could not take the file.`, 'Try another format or a smaller one.'],
    thread_not_owned: () => ['Another app holds this conversation now.', 'It has to hand it over before the desk can write.'],
    transient: (_name: string, network: string) => [`${network} had a fault of its own.`, ''],
    maintenance: (_name: string, network: string) => [`${network} is changing this account just now.`, 'It takes about a minute.'],
    ambiguous: (_name: string, network: string) => [`${network} broke off before it answered.`, ''],
    gave_up: (_name: string, network: string) => [`${network} did not take it for a whole day.`, ''],
    silenced: () => ['A person had come before the bot could say it.', ''],
    unknown: (_name: string, network: string) => [`${network} refused it for a reason that it did not explain.`, ''],
  } as Readonly<Record<string, (name: string, network: string) => readonly [string, string]>>,
};
