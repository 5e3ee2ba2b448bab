import { join } from 'node:path';
import { instagram } from '../../../channels/instagram';
import { channelConformance } from '../../conformance/channel';
import { recorded } from '../support/heard';
import { anAnswer, together } from '../support/meta';
import { ANA, anEntry, anItem, aText, ours } from './posts';

channelConformance(instagram, {
  config: { accountId: '17841400000000001', accessToken: 'IGexample', appSecret: 'app_secret_example_0001', login: 'instagram' },
  hearing: {
    recorded: recorded(join(__dirname, 'fixtures')),
    neighbours: [aText('before', 'mid.before'), aText('after', 'mid.after')],
    together: together('instagram'),
    writer: ANA,
    unknown: [
      anItem({ telepathy: {} }),
      anItem({ message: { mid: 'm', attachments: [{ type: 'hologram', payload: {} }] } }),
      anEntry({ changes: [{ field: 'telepathy', value: {} }] }),
    ],
    echo: (mid) => ours({ message: { mid, text: 'Your parcel leaves today', is_echo: true } }),
  },
  addresses: { '6100000000000001': 'ig:6100000000000001', ' 6100000000000001 ': 'ig:6100000000000001' },
  nobodies: ['', '@ana_example', '+1 555 010 0101', '1.5', '1234'],
  message: anAnswer({ to: { id: '6100000000000001', display: '6100000000000001' } }),
  uploaded: { body: { attachment_id: '77' }, id: '77' },
  accepted: { body: { recipient_id: '6100000000000001', message_id: 'mid.sent' }, id: 'mid.sent' },
});
