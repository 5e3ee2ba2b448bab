import fc from 'fast-check';
import type { ChannelKind, Heard, Who } from '../../src/ports/channel';
import { mutated } from '../channels/support/mutate';
import { type HearingSamples, itCannot } from './samples';
import { expectPerson, expectSound, idOf, peopleIn, RUNS } from './sound';

type Hear = NonNullable<ChannelKind['hear']>;

/** What is said by what the network tells: the same each time, all of it, in order, and harmed by nothing. */
export function describeHearing(kind: ChannelKind, hear: Hear, samples: HearingSamples): void {
  describeRecorded(kind, hear, samples);
  describeKeys(hear, samples);
  describeBatches(hear, samples);
  describeDamage(kind, hear, samples);
  describeEcho(hear, samples);
  describeNamesHeard(kind, hear, samples);
}

const told = (hear: Hear, { together }: HearingSamples, bodies: readonly unknown[]): Heard[] =>
  together ? hear(together(bodies)) : bodies.flatMap(hear);

function describeRecorded({ webhook }: ChannelKind, hear: Hear, { recorded, unknown }: HearingSamples): void {
  it.each(recorded)('understands $name, and every event in it alone', ({ body }) => {
    const heard = hear(frozen(body));
    expect(heard.length).toBeGreaterThan(0);
    for (const one of heard) {
      expectSound(one);
      expect(one.type).not.toBe('unreadable');
      expect(hear(one.raw)).toContainEqual(one);
      if (webhook && webhook.fields.length > 0 && one.type !== 'notice') expect(webhook.fields).toContain(webhook.fieldOf(one.raw));
    }
  });

  it('hears the same in the same bytes', () => {
    for (const { body } of recorded) expect(hear(structuredClone(body))).toEqual(hear(body));
  });

  it.each(unknown.map((body, at) => ({ at, body })))('records a kind of event that nobody knows (sample $at)', ({ body }) => {
    const heard = hear(body);
    expect(heard.length).toBeGreaterThan(0);
    for (const one of heard) {
      expectSound(one);
      if (one.type === 'message') expect(one.content.type).toBe('unsupported');
      else expect(one.type).toBe('notice');
    }
  });
}

/** A redelivery changes nothing, because its ids are those of the first time; and nobody else has them. */
function describeKeys(hear: Hear, samples: HearingSamples): void {
  const { neighbours, twins, recorded } = samples;

  it('knows a message that is told again by its id, alone and among others', () => {
    const [before, after] = neighbours;
    const [first, ...others] = hear(before).map(idOf);
    expect(first).toEqual(expect.stringMatching(/./));
    const all = told(hear, samples, [before, after, before]).map(idOf);
    expect(all.filter((id) => id === first)).toHaveLength(2);
    expect(others).toEqual([]);
    expect(new Set(all).size).toBe(2);
  });

  it('gives every part of what was recorded an id of its own', () => {
    for (const { body } of recorded) {
      const ids = hear(body).flatMap((one) => (one.type === 'message' || one.type === 'echo' || one.type === 'past' ? [one.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  if (twins)
    it('keeps messages of two people apart that have one number at the network', () => {
      const [one, other] = twins.map((body) => hear(body).find(({ type }) => type === 'message'));
      expect([one?.type, other?.type]).toEqual(['message', 'message']);
      expect(idOf(one as Heard)).not.toBe(idOf(other as Heard));
      expect(hear(twins[0]).flatMap(peopleIn).flatMap(keysOf)).not.toEqual(hear(twins[1]).flatMap(peopleIn).flatMap(keysOf));
    });
}

function describeBatches(hear: Hear, samples: HearingSamples): void {
  const { neighbours, together } = samples;
  const [before, after] = neighbours;
  if (!together) itCannot('hears several events in one telling', 'the network tells one event at a time');
  else
    it('hears all that is told together, in the order told', () => {
      const alone = [...hear(before), ...hear(after)];
      expect(alone).toHaveLength(2);
      expect(told(hear, samples, [before, after])).toEqual(alone);
      expect(told(hear, samples, [after, before])).toEqual([...alone].reverse());
    });
}

function describeDamage({ webhook }: ChannelKind, hear: Hear, samples: HearingSamples): void {
  const { recorded, neighbours, together } = samples;
  const damaged = () => fc.constantFrom(...recorded).chain(({ body }) => mutated(body));

  it('takes any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (body) => hear(body).forEach(expectSound)),
      { numRuns: RUNS * 4 },
    );
  });

  it('says something about an event with anything missing or replaced', () => {
    fc.assert(
      fc.property(damaged(), (body) => {
        hear(body).forEach(expectSound);
        expect(['string', 'object']).toContain(typeof (webhook?.fieldOf(body) ?? null));
      }),
      { numRuns: RUNS * 4 },
    );
  });

  if (together)
    it('hears the neighbours of a bad event as if it were not there', () => {
      const [before, after] = neighbours;
      const alone = [...hear(before), ...hear(after)];
      fc.assert(
        fc.property(damaged(), (bad) => {
          const heard = hear(together([before, bad, after]));
          for (const one of alone) expect(heard).toContainEqual(one);
        }),
        { numRuns: RUNS },
      );
    });

  it('survives nesting that would overflow whoever walks it', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    const batch = together ?? ((bodies: readonly unknown[]) => bodies);
    for (const { body } of recorded) {
      const poisons = [deep, batch([deep]), batch([body, { ...(body as object), entry: deep }]), withEverywhere(body, deep)];
      for (const heard of poisons.flatMap(hear)) {
        expectSound(heard);
        expect(() => JSON.stringify(heard)).not.toThrow();
      }
    }
  });
}

/** What the business said elsewhere is nobody's message; and our own sending that comes back is known by its id. */
function describeEcho(hear: Hear, { recorded, echo }: HearingSamples): void {
  if (!echo) {
    it('is told nothing of what the business says', () => {
      const kinds = recorded.flatMap(({ body }) => hear(body).map(({ type }) => type));
      expect(kinds).not.toContain('echo');
    });
    return;
  }

  it('knows what the business sent by the id that the network gave it', () => {
    const heard = hear(echo('sent.1'));
    expect(heard.map(({ type }) => type)).toEqual(['echo']);
    expect(heard.map(idOf)).toEqual(['sent.1']);
    expect(hear(echo('sent.2')).map(idOf)).toEqual(['sent.2']);
  });
}

function describeNamesHeard({ address, alias, capabilities }: ChannelKind, hear: Hear, samples: HearingSamples): void {
  const { recorded, neighbours, writer } = samples;

  it('says of every name that it hears what kind it is, and how the network wrote it', () => {
    for (const who of recorded.flatMap(({ body }) => hear(body).flatMap(peopleIn))) {
      expectPerson(who);
      expectNamed(alias, who);
    }
  });

  it('has all names that hold when it says that some have changed', () => {
    const moves = recorded.flatMap(({ body }) => hear(body).filter((one) => one.type === 'identity'));
    for (const { who, now } of moves) {
      expect(now.keys.length).toBeGreaterThan(0);
      expect(now.keys).not.toEqual(who.keys);
    }
  });

  if (capabilities.startsChats)
    it('knows who writes by the name under which they would be written to', () => {
      const heard = hear(neighbours[0]).flatMap(peopleIn).flatMap(keysOf);
      expect(heard).toContain(address(writer ?? '').keys[0]);
    });
}

export function expectNamed(alias: ChannelKind['alias'], { keys, spellings = {} }: Who): void {
  for (const key of keys) expect([key, alias?.(key).kind]).not.toEqual([key, 'other']);
  for (const key of keys) expect(key).toContain(alias?.(key).value ?? '');
  expect(keys).toEqual(expect.arrayContaining(Object.keys(spellings)));
  for (const [key, spelling] of Object.entries(spellings)) expect(key).not.toContain(spelling);
}

const keysOf = ({ keys }: Who): readonly string[] => keys;

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The body with `deep` beside every member of every object. */
function withEverywhere(value: unknown, deep: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => withEverywhere(part, deep));
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withEverywhere(part, deep)])), surprise: deep };
}
