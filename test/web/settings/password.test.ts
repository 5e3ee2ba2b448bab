import { suggestPassword } from '../../../web/settings/agents/password';

describe('a suggested password', () => {
  it('is four groups of four that nobody misreads', () => {
    for (let n = 0; n < 50; n += 1) expect(suggestPassword()).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 200 }, suggestPassword)).size).toBe(200);
  });
});
