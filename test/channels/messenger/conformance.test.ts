import { join } from 'node:path';
import { messenger } from '../../../channels/messenger';
import { channelConformance } from '../../conformance/channel';
import { recorded } from '../support/heard';
import { anAnswer, together } from '../support/meta';
import { ANA, anEntry, anItem, aText, ours, PAGE } from './posts';

channelConformance(messenger, {
  config: { pageId: PAGE, accessToken: 'EAAexample', appSecret: 'app_secret_example_0001' },
  hearing: {
    recorded: recorded(join(__dirname, 'fixtures')),
    neighbours: [aText('before', 'm_before'), aText('after', 'm_after')],
    together: together('page'),
    writer: ANA,
    unknown: [
      anItem({ telepathy: {} }),
      anItem({ message: { mid: 'm', attachments: [{ type: 'hologram', payload: {} }] } }),
      anEntry({ changes: [{ field: 'telepathy', value: {} }] }),
    ],
    echo: (mid) => ours({ message: { mid, text: 'Your parcel leaves today', is_echo: true, app_id: 400000000000001 } }),
  },
  addresses: { [ANA]: `fb:${ANA}`, ' 7100000000000001 ': `fb:${ANA}` },
  nobodies: ['', '@ana_example', '+1 555 010 0101', '1.5', '1234'],
  message: anAnswer({ to: { id: ANA, display: ANA } }),
  uploaded: { body: { attachment_id: '77' }, id: '77' },
  accepted: { body: { recipient_id: ANA, message_id: 'm_sent' }, id: 'm_sent' },
});
