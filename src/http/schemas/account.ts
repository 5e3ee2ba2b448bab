import { z } from 'zod';
import { AgentShape, NewAgent } from './agent';
import { Email, Id, Password, Time, words } from './shared';

export const AccountShape = AgentShape.extend({
  hasPassword: z.boolean(),
  twoFactor: z.boolean().meta({ description: 'Whether their log-in asks for a code too.' }),
  invited: z
    .object({
      expiresAt: Time,
      mail: z.enum(['waiting', 'sent', 'failed']).nullable().meta({ description: 'What became of its mail; null = the link was shown.' }),
    })
    .nullable()
    .meta({ description: 'The link by which they may choose their first password, also when it is over.' }),
}).meta({ id: 'Account' });

const Token = z.string().min(1).max(256).meta({ description: 'What follows # in the link.' });
const Code = z.string().trim().min(1).max(64).meta({ description: 'Six digits of the authenticator app, or a recovery code.' });
const Mail = z.boolean().meta({ description: 'false: show the link though there is a mail server.' });

export const NewLink = z.strictObject({ mail: Mail.optional() });
export const LinkShape = z.object({
  sent: z.boolean().meta({ description: 'Whether it goes out by mail.' }),
  url: z.string().optional().meta({ description: 'The link, shown this once, when it does not.' }),
  expiresAt: Time,
});
export const NewInvite = NewAgent.omit({ password: true }).extend({ mail: Mail.optional() });
export const InviteShape = LinkShape.extend({ agent: AccountShape });

export const LogInBody = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1024),
  code: Code.optional(),
});
export const WaysShape = z.object({ resetByMail: z.boolean() });
export const ResetBody = z.strictObject({ email: Email });
export const LookBody = z.strictObject({ token: Token });
export const LookShape = z.object({
  name: z.string(),
  email: z.string(),
  kind: z.enum(['invite', 'reset']),
  code: z.boolean().meta({ description: 'Whether `redeem` asks for the code of their second step.' }),
});
export const RedeemBody = z.strictObject({ token: Token, password: Password, name: words(128).optional(), code: Code.optional() });

export const PasswordBody = z.strictObject({ current: z.string().min(1).max(1024), next: Password });
export const CodeBody = z.strictObject({ code: Code });
export const ProofBody = z
  .strictObject({ password: z.string().min(1).max(1024).optional(), code: Code.optional() })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), 'expected either the password or a code');
export const TotpShape = z.object({
  on: z.boolean(),
  since: Time.nullable(),
  recoveryCodesLeft: z.int(),
});
export const NewTotpShape = z.object({
  secret: z.string().meta({ description: 'Base32; shown until a first code has confirmed it.' }),
  uri: z.string().meta({ description: '`otpauth://`, as authenticator apps read it from a QR code.' }),
});
export const RecoveryShape = z.object({ recoveryCodes: z.array(z.string()) });

export const SessionRow = z.object({
  id: Id,
  current: z.boolean(),
  browser: z.string().nullable(),
  address: z.string().nullable(),
  createdAt: Time,
  seenAt: Time.nullable().meta({ description: 'Give or take five minutes.' }),
  expiresAt: Time,
});
export const SessionsShape = z.object({ data: z.array(SessionRow) });

export type AccountJson = z.input<typeof AccountShape>;
export type LinkJson = z.input<typeof LinkShape>;
export type InviteJson = z.input<typeof InviteShape>;
export type LookJson = z.input<typeof LookShape>;
export type TotpJson = z.input<typeof TotpShape>;
export type NewTotpJson = z.input<typeof NewTotpShape>;
export type SessionRowJson = z.input<typeof SessionRow>;
