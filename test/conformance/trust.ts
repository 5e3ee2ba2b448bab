import fc from 'fast-check';
import type { ChannelKind, SharedDoor, Webhook } from '../../src/ports/channel';
import { anything } from '../support/anything';
import { type DoorSamples, itCannot, metaSigns, type Samples, type TrustSamples } from './samples';
import { RUNS } from './sound';

const NOW = Date.UTC(2026, 10, 22, 9);

/** Whom a webhook believes. */
export function describeTrust({ signed, isSigned, handshake }: Webhook, samples: TrustSamples = { sign: metaSigns }): void {
  const { sign, secrets = ['current', 'former', 'stranger'], bytesUnsigned } = samples;
  const [current, former, stranger] = secrets;
  const raw = Buffer.from('{"text":"\\u00e4"}');
  const by = (secret: string) => sign(raw, secret, NOW);

  it('believes the current and the former secret, and nobody else', () => {
    expect(signed(raw, by(current), [current, former], NOW)).toBe(true);
    expect(signed(raw, by(former), [current, former], NOW)).toBe(true);
    expect(signed(raw, by(stranger), [current, former], NOW)).toBe(false);
    expect(signed(raw, by(current), [], NOW)).toBe(false);
    expect(signed(raw, {}, [current], NOW)).toBe(false);
    expect(signed(raw, by(''), [''], NOW)).toBe(false);
  });

  if (bytesUnsigned) itCannot('believes the very bytes that were signed', bytesUnsigned);
  else
    it('believes the very bytes that were signed', () => {
      expect(signed(Buffer.concat([raw, Buffer.from(' ')]), by(current), [current], NOW)).toBe(false);
    });

  it('tells a wrong signature from none', () => {
    expect(isSigned(by(stranger))).toBe(true);
    expect(isSigned({})).toBe(false);
  });

  it('takes any header for a no rather than throw', () => {
    const right = by(current);
    const headers = fc.record(
      Object.fromEntries(Object.keys(right).map((name) => [name, fc.option(fc.string({ unit: anything }), { nil: undefined })])),
    );
    fc.assert(
      fc.property(headers, (wrong) => !signed(raw, wrong, [current], NOW) && typeof isSigned(wrong) === 'boolean'),
      { numRuns: RUNS },
    );
  });

  if (handshake)
    it('gives the challenge back only for a token that it knows', () => {
      const ask = (token: string, mode = 'subscribe') =>
        handshake({ 'hub.mode': mode, 'hub.challenge': '42', 'hub.verify_token': token }, ['ours', '']);
      expect(ask('ours')).toEqual({ status: 200, body: '42' });
      expect(ask('theirs').status).toBe(403);
      expect(ask('').status).toBe(403);
      expect(ask('ours', 'unsubscribe').status).toBe(403);
      expect(handshake({}, ['ours']).status).toBe(403);
    });
}

/** Whom a door believes that all channels of a kind share. */
export function describeDoor(kind: ChannelKind, door: SharedDoor, { config }: Samples, { call: called, strangers }: DoorSamples): void {
  it('lets the network in, for the account that it calls for', async () => {
    const { call, outside, close } = await called();
    expect(kind.accounts(config)).toContain(door.accountOf(call));
    expect(await door.admits(config, call, outside)).toBe(true);
    await close();
  });

  it.each(Object.entries(strangers))('leaves %s outside', async (_, disguised) => {
    const { call, outside, close } = await called();
    const stranger = await disguised(call);
    const mayEnter = door.accountOf(stranger) !== null && (await door.admits(config, stranger, outside));
    await close();
    expect(mayEnter).toBe(false);
  });

  it('takes any call for nobody’s rather than throw', () => {
    const calls = fc.record({
      headers: fc.dictionary(fc.constantFrom('authorization', 'host', 'content-type'), fc.string({ unit: anything })),
      body: fc.jsonValue({ maxDepth: 4 }),
    });
    fc.assert(
      fc.property(calls, (call) => ['string', 'object'].includes(typeof door.accountOf(call))),
      { numRuns: RUNS },
    );
  });
}
