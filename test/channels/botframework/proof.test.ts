import type { AuthenticationConfiguration } from 'botframework-connector';
import { admits, appOf } from '../../../channels/botframework/proof';
import type { DoorCall, Outside } from '../../../src/ports/channel';
import { aProvider, type Provider } from '../support/provider';
import { aText } from './activities';
import { APP, aside, type Signing, tokenOf } from './tokens';

const HOUR = 60 * 60;
const seconds = Math.floor(Date.now() / 1000);
const NOW = { nbf: seconds - 60, exp: seconds + HOUR };
const call = (signing: Signing, body: unknown = aText('hello')): DoorCall => ({
  headers: { authorization: `Bearer ${tokenOf({ ...signing, claims: { ...NOW, ...signing.claims } })}` },
  body,
});
const facebook = { ...aText('hello'), channelId: 'facebook' };

// biome-ignore format: a table is read in columns
const CALLS: Readonly<Record<string, DoorCall>> = {
  'a good token':                     call({}),
  'no token':                         { ...call({}), headers: {} },
  'another scheme':                   { ...call({}), headers: { authorization: `bearer ${tokenOf({ claims: NOW })}` } },
  'garbage':                          { ...call({}), headers: { authorization: 'Bearer a.b.c' } },
  'a token for another app':          call({ claims: { aud: '00000000-0000-4000-8000-000000000bad' } }),
  'a token of another issuer':        call({ claims: { iss: 'https://evil.example' } }),
  'a token that ended':               call({ claims: { exp: seconds - HOUR } }),
  'a token that ended just now':      call({ claims: { exp: seconds - 60 } }),
  'a token that begins in an hour':   call({ claims: { nbf: seconds + HOUR } }),
  'a token that somebody else signed': call({ forged: true }),
  'a key that nobody knows':          call({ head: { kid: 'key-2' } }),
  'a token without a signature':      call({ head: { alg: 'none' } }),
  'a shared secret':                  call({ head: { alg: 'HS256' } }),
  'another service':                  call({ claims: { serviceurl: 'https://evil.example/' } }),
  'no service':                       call({ claims: { serviceurl: undefined } }),
  'a channel that is not endorsed':   call({}, facebook),
};

describe('whom the door believes', () => {
  let provider: Provider;
  let outside: Outside;
  let asked: string[];

  beforeAll(async () => {
    asked = [];
    provider = await aProvider({ status: 500, body: {} }, 2000, (request) => {
      asked.push(request.url ?? '');
      return aside(request);
    });
    outside = { ...provider.outside, now: () => seconds * 1000 };
  });
  afterAll(() => provider.close());

  const ours = async (one: DoorCall) => appOf(one) !== null && (await admits({ appId: APP }, one, outside));

  it('is whom the service’s own library believes, of each of these calls', async () => {
    const { BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = await import('botframework-connector');
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const url = `${outside.botFrameworkUrl}/v1/.well-known/openidconfiguration`;
    const app = new PasswordServiceClientCredentialFactory(APP, 'x');
    const issuer = 'https://api.botframework.com';
    const none = {} as AuthenticationConfiguration;
    const authentication = BotFrameworkAuthenticationFactory.create('', false, 'no', 'no', issuer, 'no', url, url, 'no', app, none);
    const theirs = ({ headers, body }: DoorCall) =>
      authentication.authenticateRequest(body as never, headers.authorization ?? '').then(
        () => true,
        () => false,
      );
    for (const [name, one] of Object.entries(CALLS)) expect([name, await ours(one)]).toEqual([name, await theirs(one)]);
    expect(await ours(CALLS['a good token'] as DoorCall)).toBe(true);
    said.mockRestore();
  });

  it('asks for the keys once for many calls, and for an unknown one at most once a minute', async () => {
    let at = outside.now() + 10 * HOUR * 1000;
    const later = { ...outside, now: () => at };
    const fresh = call({ claims: { exp: seconds + 100 * HOUR } });
    const unknown = call({ head: { kid: 'key-2' }, claims: { exp: seconds + 100 * HOUR } });
    asked.length = 0;
    for (let count = 0; count < 5; count += 1) expect(await admits({ appId: APP }, fresh, later)).toBe(true);
    expect(asked).toHaveLength(0);
    for (let count = 0; count < 5; count += 1) expect(await admits({ appId: APP }, unknown, later)).toBe(false);
    expect(asked).toHaveLength(2);
    at += 61_000;
    expect(await admits({ appId: APP }, unknown, later)).toBe(false);
    expect(asked).toHaveLength(4);
  });

  it('is nobody’s to know while the keys can’t be read; keys of yesterday serve until then', async () => {
    const nowhere = { ...outside, botFrameworkUrl: 'http://127.0.0.1:9' };
    await expect(admits({ appId: APP }, call({}), nowhere)).rejects.toThrow();
    const broken = { ...outside, call: async () => Promise.reject(new Error('no')), now: () => outside.now() + 30 * HOUR * 1000 };
    expect(await admits({ appId: APP }, call({ claims: { exp: seconds + 100 * HOUR } }), broken)).toBe(true);
  });

  it('is nobody where the channel has no app', async () => {
    expect(await admits({ appId: '' }, call({ claims: { aud: '' } }), outside)).toBe(false);
  });
});
