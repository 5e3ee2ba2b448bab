import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handshake, signed } from '../../../channels/meta/signature';

const read = <T>(name: string) => JSON.parse(readFileSync(join(__dirname, 'fixtures', `${name}.json`), 'utf8')) as T;

interface Vector {
  readonly name: string;
  readonly app_secret: string;
  readonly raw_body: string;
  readonly x_hub_signature_256: string;
  readonly valid: boolean;
}
const VECTORS = read<Vector[]>('vectors');

interface Asked {
  readonly query: string;
  readonly configured_token: string;
  readonly expect_status: number;
  readonly expect_body?: string;
}

describe('who signed a POST', () => {
  it.each(VECTORS)('$name is valid: $valid', ({ app_secret, raw_body, x_hub_signature_256, valid }) => {
    expect(signed(Buffer.from(raw_body), { 'x-hub-signature-256': x_hub_signature_256 }, [app_secret])).toBe(valid);
  });

  const { raw_body = '', x_hub_signature_256: right = '', app_secret = '' } = VECTORS[0] ?? {};
  const hex = right.replace('sha256=', '');

  // biome-ignore format: a table is read in columns
  it.each<[string, string | undefined]>([
    ['none',             undefined],
    ['an empty one',     ''],
    ['only its name',    'sha256='],
    ['a short one',      'sha256=ab'],
    ['a long one',       `${right}00`],
    ['one of no hex',    `sha256=${'z'.repeat(64)}`],
    ['one without name', hex],
    ['the older kind',   `sha1=${hex.slice(0, 40)}`],
    ['two in one',       `${right}, ${right}`],
    ['another body\'s',  `sha256=${'0'.repeat(64)}`],
  ])('%s is no signature', (_, header) => {
    expect(signed(Buffer.from(raw_body), { 'x-hub-signature-256': header }, [app_secret])).toBe(false);
  });

  it('does not take the header of the older kind alone', () => {
    expect(signed(Buffer.from(raw_body), { 'x-hub-signature': right }, [app_secret])).toBe(false);
  });
});

describe("Meta's handshake", () => {
  it.each(read<Asked[]>('verification_handshake'))(
    '$query is answered with $expect_status',
    ({ query, configured_token, expect_status, expect_body }) => {
      const answer = handshake(Object.fromEntries(new URLSearchParams(query)), [configured_token]);
      expect(answer.status).toBe(expect_status);
      expect(answer.body === expect_body).toBe(expect_body !== undefined);
    },
  );

  it('takes the token of any channel behind the URL', () => {
    expect(handshake({ 'hub.mode': 'subscribe', 'hub.verify_token': 'b', 'hub.challenge': '7' }, ['a', 'b'])).toEqual({
      status: 200,
      body: '7',
    });
  });

  it('is not confused by parameters given twice', () => {
    const twice = { 'hub.mode': 'subscribe', 'hub.verify_token': ['a', 'a'], 'hub.challenge': '7' } as unknown as Record<string, string>;
    expect(handshake(twice, ['a']).status).toBe(403);
  });
});
