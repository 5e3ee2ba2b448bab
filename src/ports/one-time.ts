import type { Instant } from '../domain/ticket';

/** Codes that change with time, as an authenticator app shows them (TOTP, RFC 6238: six digits, 30 seconds). */
export interface OneTime {
  /** 160 random bits in base32. */
  newSecret(): string;
  /** What an app reads from a QR code. */
  uri(secret: string, account: string): string;
  /** The time step that this code belongs to: the present one, or one beside it; null = the code is wrong. */
  stepOf(secret: string, code: string, now: Instant): number | null;
}
