import { anAnswer } from '../channels/support/meta';
import { channelConformance } from './channel';
import { fake } from './fake';

channelConformance(fake, {
  config: { name: 'fake', accessToken: 'a-secret-word' },
  addresses: { ana: 'fake:ana' },
  nobodies: ['', 'Ana', '+1 555 010 0101'],
  message: anAnswer({ to: { id: 'ana', display: 'ana' } }),
  accepted: { body: { id: 'sent' }, id: 'sent' },
  uploaded: { body: { id: '77' }, id: '77' },
});
