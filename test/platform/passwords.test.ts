import { argon2Passwords } from '../../src/platform/passwords';

it('knows a password by its argon2id hash, and no other', async () => {
  const hash = await argon2Passwords.hash('Correct horse');
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await argon2Passwords.verify(hash, 'Correct horse')).toBe(true);
  expect(await argon2Passwords.verify(hash, 'correct horse')).toBe(false);
});
