import { webhook } from '../../../channels/webhook';
import { sign } from '../../../channels/webhook/signature';
import { channelConformance } from '../../conformance/channel';
import { anAnswer } from '../support/meta';
import { aMessage, anEvent, aReceiver, aText, CONFIG, FIXTURES, TOLD } from './posts';

const TOOK = { end: 'sent', because: 'the message is known by the desk’s own id then' } as const;

channelConformance(webhook, {
  config: CONFIG,
  hearing: {
    recorded: [
      ...FIXTURES.map(([name, { raw_body }]) => ({ name, body: JSON.parse(raw_body) as unknown })),
      ...TOLD.map(([name, body]) => ({ name, body })),
    ],
    neighbours: [aText('before', 'm-before'), aText('after', 'm-after')],
    together: (bodies) => ({ events: bodies }),
    writer: 'c-1',
    unknown: [{}, { telepathy: 1 }, anEvent({ telepathy: {} }), aMessage({ type: 'hologram', url: 1 }), { events: [] }],
    echo: (id) => anEvent({ id, echo: { type: 'text', text: 'Your parcel leaves today' } }),
  },
  trust: {
    sign: (raw, secret, now) => sign(secret, 'msg_1', raw.toString('utf8'), now),
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'a plain word', 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  },
  addresses: { 'c-1': 'hook:c-1', ' +55 11 91234 5678 ': 'hook:+55 11 91234 5678' },
  nobodies: ['', '  ', 'two\nlines', 'x'.repeat(600)],
  message: anAnswer({ to: { id: 'c-1', display: 'c-1' } }),
  accepted: { body: { id: 'p-1' }, id: 'p-1' },
  files: 'link',
  provider: aReceiver,
  knowsRepeats: true,
  ends: {
    'took it but gave no id': TOOK,
    'took it but wrote no JSON': TOOK,
    'answered null': TOOK,
    'broke off in mid-answer': { end: 'later', because: 'it is told again under the same webhook-id' },
  },
  refusal: (words) => ({ status: 400, body: { error: { message: `No such token in ${words}`, code: 'content_invalid' } } }),
  checking: {
    except: {
      'says that it has expired': 'secrets here do not expire by themselves',
      'writes no JSON': 'nothing is expected but a status of 2xx',
    },
  },
});
