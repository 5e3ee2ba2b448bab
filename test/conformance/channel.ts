import type { ChannelKind } from '../../src/ports/channel';
import { describeContents } from './contents';
import { describeHearing, expectNamed } from './hearing';
import { describeLine } from './line';
import { type DoorSamples, type HearingSamples, itCannot, type LineSamples, type Samples } from './samples';
import { describeCheck, describeGestures, describeSending } from './sending';
import { expectPerson } from './sound';
import { describeDoor, describeTrust } from './trust';

/** Every channel passes this suite; what is particular to one is tested beside it. */
export function channelConformance(kind: ChannelKind, samples: Samples): void {
  const { hear, webhook, door, line } = kind;
  describe(`${kind.kind} as a channel`, () => {
    describeForm(kind, samples);
    it('brings samples for everything that it can do', () => {
      expect([samples.hearing !== undefined, samples.line !== undefined, samples.door !== undefined]).toEqual([
        hear !== undefined,
        line !== undefined,
        door !== undefined,
      ]);
    });
    if (hear && samples.hearing) describe('hearing', () => describeHearing(kind, hear, samples.hearing as HearingSamples));
    if (webhook) describe('trust', () => describeTrust(webhook, samples.trust));
    if (door && samples.door) describe('its door', () => describeDoor(kind, door, samples, samples.door as DoorSamples));
    if (line && samples.line) describe('its line', () => describeLine(kind, samples.line as LineSamples, samples.config));
    describePeople(kind, samples);
    describe('sending', () => describeSending(kind, samples));
    describe('contents', () => describeContents(kind, samples));
    describe('gestures', () => describeGestures(kind, samples));
    describe('health', () => describeCheck(kind, samples));
  });
}

function describeForm({ config, accounts, webhook, handOff, hear }: ChannelKind, samples: Samples): void {
  it('asks for every field once, says what it is, and takes the sample', () => {
    expect(new Set(config.map(({ name }) => name)).size).toBe(config.length);
    for (const { name, says, required, pattern, choices } of config) {
      const value = samples.config[name];
      expect(says).not.toBe('');
      expect(value !== undefined || !required).toBe(true);
      if (pattern && value !== undefined) expect(value).toMatch(new RegExp(pattern.source));
      if (choices && value !== undefined) expect(choices).toContain(value);
    }
  });

  if (samples.accountless) itCannot('names at least one account', samples.accountless);
  else
    it('names at least one account', () => {
      const named = accounts(samples.config);
      expect(named.length).toBeGreaterThan(0);
      expect(named.every((account) => account !== '')).toBe(true);
      expect(new Set(named).size).toBe(named.length);
    });

  it('shows who it is by a field of its own', () => {
    if (webhook) expect(config.map(({ name }) => name)).toContain(webhook.secret);
  });

  it('tells a bot of the network about people only where it can be told', () => {
    expect(handOff === undefined || hear !== undefined).toBe(true);
  });
}

function describePeople({ address, alias, capabilities }: ChannelKind, { addresses, nobodies }: Samples): void {
  for (const [to, key] of Object.entries(addresses))
    it(`knows who ${JSON.stringify(to)} is`, () => {
      expect(address(to).keys[0]).toBe(key);
      expectPerson(address(to));
      expectNamed(alias, address(to));
    });

  if (capabilities.startsChats && Object.keys(addresses).length === 0) throw new Error('a channel that starts chats brings addresses');
  if (!capabilities.startsChats && Object.keys(addresses).length === 0)
    itCannot('knows somebody by a name', 'chats are begun by customers alone');

  it.each([...nobodies])('says in words that %p is nobody', (to) => {
    expect(() => address(to)).toThrow(TypeError);
    expect(() => address(to)).toThrow(/\w+ \w+/);
  });
}
