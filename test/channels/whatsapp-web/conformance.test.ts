import { join } from 'node:path';
import { whatsappWeb, whatsappWebOver } from '../../../channels/whatsapp-web';
import { channelConformance } from '../../conformance/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { outsideAt } from '../support/provider';
import { aMessage, anEcho, aText, told } from './events';
import { FakeWhatsApp } from './fake-client';
import { aBrowser } from './provider';

const mockLoaded = jest.fn();
jest.mock('whatsapp-web.js', () => {
  mockLoaded();
  return {};
});

it('loads nothing of the library before a line is opened', () => {
  expect(whatsappWeb.line?.carries).toBe(true);
  expect(mockLoaded).not.toHaveBeenCalled();
});

async function network() {
  const there = new FakeWhatsApp();
  there.now = () => Date.now();
  return {
    outside: outsideAt(9),
    kind: whatsappWebOver(there.make),
    says: (text: string) => void there.says('15550100101@c.us', text),
    running: () => there.running(),
    close: async () => undefined,
  };
}

channelConformance(whatsappWeb, {
  config: {},
  accountless: 'which account it is shows only once a phone is linked',
  hearing: {
    recorded: recorded(join(__dirname, 'fixtures')),
    neighbours: [aText('before', 'A1'), aText('after', 'A2')],
    together: (bodies) => ({ sequence: bodies }),
    writer: '+1 555 010 0101',
    unknown: [told('telepathy', {}), told('message', aMessage({ type: 'hologram' })), told('message', aMessage({ type: 'album' }))],
    echo: anEcho,
  },
  line: { network },
  addresses: { '+1 555 010 0101': 'pn:15550100101', '0044 20 7946 0000': 'pn:442079460000', '+55 11 98765-4321': 'pn:551187654321' },
  nobodies: ['', '@ana', '12', 'US.13491208655302741918', '+0 123 456 789'],
  message: anAnswer({ to: { phone: '15550100101', display: '15550100101' } }),
  accepted: { body: { id: '3EB0SENT' }, id: '3EB0SENT' },
  files: 'bytes',
  provider: aBrowser,
  ends: { 'says how long to wait': { end: null, because: 'WhatsApp Web names no time when it asks for patience' } },
  refusal: (words) => ({ status: 400, body: { words } }),
  no: { status: 404, body: {} },
  source: () => ({ id: 'false_15550100101@c.us_3EB0A', url: null, sha256: null }),
});
