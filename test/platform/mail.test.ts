import { smtpMail } from '../../src/platform/mail';
import { postOffice, textOf } from '../support/post-office';

const ANA = { name: 'Ana “the first” Núñez', address: 'ana@example.com' };
const letter = { to: ANA, subject: 'Ein Gruß', text: 'Hola, ¿qué tal?\n\nhttps://desk.example.com/invite#abc\n' };

describe('mail', () => {
  it('goes out as it was written, from the sender that was set, and says that no person wrote it', async () => {
    const office = await postOffice();
    try {
      expect(await smtpMail({ url: office.url, from: 'desk@example.com' }).send(letter)).toEqual({ end: 'sent' });
      const [mail] = office.mails;
      expect(mail).toMatchObject({ from: 'desk@example.com', to: ['ana@example.com'] });
      expect(mail && textOf(mail)).toContain('Hola, ¿qué tal?');
      expect(mail && textOf(mail)).toContain('https://desk.example.com/invite#abc');
      expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    } finally {
      await office.close();
    }
  });

  it('logs in, with whatever signs a password has', async () => {
    const office = await postOffice({ logIn: { user: 'desk@example.com', pass: 'a/b:c@d%' } });
    try {
      const mail = smtpMail({ url: office.url, from: 'desk@example.com' });
      expect(await mail.check()).toBeNull();
      expect(await mail.send(letter)).toEqual({ end: 'sent' });
      const stranger = smtpMail({ url: office.url.replace(/:[^:@/]+@/, ':wrong@'), from: 'desk@example.com' });
      expect(await stranger.check()).toBe('EAUTH 535');
      expect(await stranger.send(letter)).toEqual({ end: 'later', why: 'EAUTH 535' });
    } finally {
      await office.close();
    }
  });

  it.each([
    [550, 'never'],
    [450, 'later'],
  ] as const)('that a server refuses with %s is for %s, told by its codes and without the address', async (code, end) => {
    const office = await postOffice({ refuses: (address) => ({ code, words: `<${address}> is not here` }) });
    try {
      expect(await smtpMail({ url: office.url, from: 'desk@example.com' }).send(letter)).toEqual({ end, why: `EENVELOPE ${code}` });
    } finally {
      await office.close();
    }
  });

  it('that finds no server is for later', async () => {
    const office = await postOffice();
    await office.close();
    const mail = smtpMail({ url: office.url, from: 'desk@example.com' });
    expect(await mail.send(letter)).toMatchObject({ end: 'later' });
    expect(await mail.check()).not.toBeNull();
  });
});
