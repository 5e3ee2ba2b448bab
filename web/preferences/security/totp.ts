/** Whether the second step is on, as the desk says it. */
export const totpKey = ['me', 'totp'] as const;
