import { join } from 'node:path';
import { whatsappCloud } from '../../../channels/whatsapp-cloud';
import { channelConformance } from '../../conformance/channel';
import { recorded } from '../support/heard';
import { anAnswer, together } from '../support/meta';
import { aMessage, aText, aValue } from './posts';

const FIXTURES = join(__dirname, 'fixtures');

channelConformance(whatsappCloud, {
  config: {
    phoneNumberId: '200000000000001',
    businessAccountId: '100000000000001',
    accessToken: 'EAAexample',
    appSecret: 'app_secret_example_0001',
    verifyToken: 'word',
  },
  hearing: {
    recorded: recorded(FIXTURES),
    neighbours: [aText('before', 'wamid.before'), aText('after', 'wamid.after')],
    together: together('whatsapp_business_account'),
    writer: '+1 555 010 0101',
    unknown: [aMessage({ type: 'telepathy', telepathy: {} }), aValue({ telepathy: [] }, 'telepathy')],
    echo: (id) =>
      aValue(
        { message_echoes: [{ from: '15550100001', to: '15550100101', id, timestamp: '1767225600', type: 'text', text: { body: 'Yes' } }] },
        'smb_message_echoes',
      ),
  },
  addresses: {
    '+1 (555) 010-0101': 'pn:15550100101',
    '0015550100101': 'pn:15550100101',
    '1.555.010.0101': 'pn:15550100101',
    '+55 11 98765-4321': 'pn:551187654321',
    '+52 1 55 1234 5678': 'pn:525512345678',
    'US.90000000000000000001': 'uid:US.90000000000000000001',
  },
  nobodies: ['', ' ', 'ana', '@ana', '12345', '0555 0100101', '+1234567890123456', 'us.9', 'US.', '15550100101@c.us'],
  message: anAnswer({ to: { phone: '15550100101', display: '15550100101' } }),
  uploaded: { body: { id: '77' }, id: '77' },
  accepted: { body: { contacts: [{ input: '+15550100101', wa_id: '15550100101' }], messages: [{ id: 'wamid.sent' }] }, id: 'wamid.sent' },
});
