import { join } from 'node:path';
import { botframework } from '../../../channels/botframework';
import { channelConformance } from '../../conformance/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { aProvider } from '../support/provider';
import { ANA, anActivity, aText, ROUTE } from './activities';
import { APP, aside, type Signing, tokenOf } from './tokens';

const CONFIG = { appId: APP, appPassword: 'app_password_example', tenantId: '00000000-0000-4000-8000-000000000001' };
const ENTRA = '00000000-0000-4000-8000-0000000000AA';
const bearing = (signing: Signing) => (call: { body: unknown }) => ({ ...call, headers: { authorization: `Bearer ${tokenOf(signing)}` } });

channelConformance(botframework, {
  config: CONFIG,
  hearing: {
    recorded: recorded(join(__dirname, 'fixtures')),
    neighbours: [aText('before', '1'), aText('after', '2')],
    writer: ANA,
    together: (bodies) => bodies,
    twins: [aText('hello', '1'), { ...aText('hello', '1'), from: { id: '29:somebody-else' }, conversation: { id: 'a:2other' } }],
    unknown: [
      anActivity({ type: 'somethingNew' }),
      anActivity({ type: 'event', name: 'some/event' }),
      anActivity({ type: 'invoke', name: 'x' }),
    ],
  },
  door: {
    call: async () => {
      const { outside, close } = await aProvider({ status: 500, body: {} }, 2000, aside);
      return { call: { headers: { authorization: `Bearer ${tokenOf()}` }, body: aText('hello') }, outside, close };
    },
    // biome-ignore format: a table is read in columns
    strangers: {
      'a call without a token':                    (call) => ({ ...call, headers: {} }),
      'a call with another scheme':                (call) => ({ ...call, headers: { authorization: `bearer ${tokenOf()}` } }),
      'a token for another app':                   bearing({ claims: { aud: '00000000-0000-4000-8000-000000000bad' } }),
      'a token of another issuer':                 bearing({ claims: { iss: 'https://sts.windows.net/x/' } }),
      'a token that has ended':                    bearing({ claims: { exp: 1_767_000_000 } }),
      'a token that never ends':                   bearing({ claims: { exp: undefined } }),
      'a token that does not hold yet':            bearing({ claims: { nbf: 1_900_000_000 } }),
      'a token that somebody else signed':         bearing({ forged: true }),
      'a token by a key that nobody knows':        bearing({ head: { kid: 'key-2' } }),
      'a token that names no key':                 bearing({ head: { kid: undefined } }),
      'a token that wants no signature':           bearing({ head: { alg: 'none' } }),
      'a token with a shared secret':              bearing({ head: { alg: 'HS256' } }),
      'a token for another service':               bearing({ claims: { serviceurl: 'https://evil.example/' } }),
      'a token for no service':                    bearing({ claims: { serviceurl: undefined } }),
      'a channel that its key does not speak for': (call) => ({ ...call, body: { ...(call.body as object), channelId: 'facebook' } }),
      'garbage':                                   (call) => ({ ...call, headers: { authorization: 'Bearer a.b.c' } }),
      'a body that is no activity':                (call) => ({ ...call, body: [call.body] }),
    },
  },
  addresses: { [ANA]: `bf:msteams:${ANA}`, [` ${ANA} `]: `bf:msteams:${ANA}`, [ENTRA]: `bf:msteams:entra:${ENTRA.toLowerCase()}` },
  nobodies: ['', 'ana@example.com', '+1 555 010 0101', '29:', 'dl_user_0001'],
  message: { ...anAnswer({ to: { id: ANA, display: ANA } }), route: ROUTE },
  quotable: '1767225600200',
  files: 'link',
  aside,
  accepted: { body: { id: 'srv-1' }, id: 'msteams|a%3A1conversation|srv-1' },
  refusal: (words) => ({ status: 400, body: { error: { code: 'BadSyntax', message: `Malformed: ${words}` } } }),
  checking: {
    well: { access_token: 'a.token', expires_in: 3600 },
    expired: () => ({ status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000222: the client secret has expired' } }),
  },
});
