import { join } from 'node:path';
import { telegram } from '../../../channels/telegram';
import { secretTokenOf } from '../../../channels/telegram/signature';
import { channelConformance } from '../../conformance/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { aBotApi, anUpdate, aText, saying, TOKEN } from './updates';

const OTHERS = { chat: { id: 800000002, type: 'private', first_name: 'Bruno' }, from: { id: 800000002, first_name: 'Bruno' } };
const MESSAGE = { message_id: 31, chat: { id: 800000001, type: 'private' }, date: 1767225703 };

channelConformance(telegram, {
  config: { botToken: TOKEN, mode: 'webhook' },
  hearing: {
    recorded: recorded(join(__dirname, 'fixtures')),
    neighbours: [aText('before', 1), aText('after', 2)],
    together: (bodies) => bodies,
    twins: [aText('one', 7), saying({ ...OTHERS, text: 'other' }, 7)],
    unknown: [anUpdate({ telepathy: {} }), saying({ hologram: { size: 1 } }), saying({ pinned_message: {} })],
  },
  trust: {
    sign: (_, secret) => ({ 'x-telegram-bot-api-secret-token': secretTokenOf(secret) }),
    bytesUnsigned: 'Telegram shows a word that it was told, and signs nothing',
  },
  line: { config: { botToken: TOKEN, mode: 'polling' }, network: aBotApi },
  addresses: { '800000001': 'tg:800000001', ' 800000001 ': 'tg:800000001' },
  nobodies: ['', '@ana_example', '+1 555 010 0101', '-1001000000001', '12'],
  message: anAnswer({ to: { id: '800000001', display: '@ana_example' } }),
  accepted: { body: { ok: true, result: MESSAGE }, id: '800000001:31' },
  files: 'bytes',
  quotable: '30',
  done: { ok: true, result: true },
  aside: ({ url }) => (url?.endsWith('/getFile') ? { status: 200, body: { ok: true, result: { file_path: 'photos/file_1.jpg' } } } : null),
  source: () => ({ id: 'a-file', url: null, sha256: null }),
  refusal: (words) => ({ status: 400, body: { ok: false, error_code: 400, description: `Bad Request: can't parse ${words}` } }),
  no: { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: no' } },
  checking: {
    well: { ok: true, result: {} },
    expired: () => ({ status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } }),
  },
});
