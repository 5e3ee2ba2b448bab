import { type Heard, PROBLEM_CODES, SendFailure, type Who } from '../../src/ports/channel';

export const RUNS = process.env.TEST_SIZE === 'full' ? 5000 : 75;

const TYPES: Readonly<Record<Heard['type'], true>> = {
  message: true,
  echo: true,
  receipt: true,
  reaction: true,
  edit: true,
  deletion: true,
  past: true,
  import: true,
  phonebook: true,
  handover: true,
  hand_off: true,
  met: true,
  template: true,
  identity: true,
  account: true,
  notice: true,
  unreadable: true,
};

/** Whatever an event is, the desk can store it. */
export function expectSound(heard: Heard): void {
  const { raw: _, ...said } = heard;
  expect(TYPES).toHaveProperty(heard.type);
  expect(heard.account === null || typeof heard.account === 'string').toBe(true);
  expect('raw' in heard).toBe(true);
  const words = JSON.stringify(said);
  expect(words).not.toMatch(/\\u0000|\\ud[89a-f][0-9a-f]{2}/);
  if ('at' in heard) expect(heard.at === null || Number.isSafeInteger(heard.at)).toBe(true);
  for (const who of peopleIn(heard)) expectPerson(who);
  if (heard.type === 'message' || heard.type === 'echo' || heard.type === 'past' || heard.type === 'hand_off') {
    expect(peopleIn(heard)).toHaveLength(1);
    expect(heard.id).not.toBe('');
  }
}

export function expectPerson({ keys, address, route }: Who): void {
  expect(keys.length).toBeGreaterThan(0);
  expect(new Set(keys).size).toBe(keys.length);
  expect([...keys, address.display].every((word) => typeof word === 'string' && word !== '')).toBe(true);
  if (route !== undefined) expect(JSON.parse(JSON.stringify(route))).toEqual(route);
}

export const peopleIn = (heard: Heard): Who[] =>
  ['from', 'to', 'who', 'now'].flatMap((field) => ((heard as unknown as Record<string, Who | null>)[field] as Who | null) ?? []);

export const idOf = (heard: Heard): string | null => ('id' in heard ? heard.id : null);

export function expectFailure(failure: unknown, verdict: SendFailure['verdict']): void {
  expect(failure).toBeInstanceOf(SendFailure);
  const { problem } = failure as SendFailure;
  expect([(failure as SendFailure).verdict, problem.detail !== '']).toEqual([verdict, true]);
  expect(PROBLEM_CODES).toContain(problem.code);
}
