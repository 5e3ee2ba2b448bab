import type { ChannelConfig, PageDoor, PageLook } from '../../src/ports/channel';

/** As browsers write them: small letters, without the scheme's own port. */
const origins = ({ allowedOrigins = '' }: ChannelConfig): string[] =>
  allowedOrigins.split(/\s+/).flatMap((one) => (URL.canParse(one) ? [new URL(one).origin] : []));

const look = ({ title, color, position, language, greeting, greetAfter, offlineText }: ChannelConfig): PageLook => ({
  title: title ?? null,
  color: color ?? null,
  position: position ?? null,
  language: language ?? null,
  greeting: greeting ?? null,
  greetAfter: greetAfter ? Number(greetAfter) : null,
  offlineText: offlineText ?? null,
});

export const page: PageDoor = { path: '/webchat', origins, identitySecret: ({ identitySecret }) => identitySecret || null, look };
