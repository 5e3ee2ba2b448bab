/** The line that a site puts into its pages. */
export const snippetOf = (desk: string, channelId: string): string =>
  `<script src="${desk}/webchat.js" data-channel="${channelId}" async></script>`;

/** What a page says of who is signed in, with the signature that its server made. */
export const identifying = `<script>
  (window.Relaydesk = window.Relaydesk || []).push(function (chat) {
    chat.identify({
      externalId: 'USER_ID',
      name: 'NAME',
      email: 'EMAIL',
      signature: 'SIGNATURE'
    });
  });
</script>`;

/** How a server signs who is signed in: HMAC-SHA256 of the same id, in hex. The secret never leaves it. */
export const SIGNING = {
  'Node.js': `const { createHmac } = require("node:crypto");

const signature = createHmac("sha256", process.env.CHAT_IDENTITY_SECRET)
  .update(String(user.id))
  .digest("hex");`,
  PHP: `$signature = hash_hmac('sha256', (string) $user->id, getenv('CHAT_IDENTITY_SECRET'));`,
  Python: `import hashlib, hmac, os

signature = hmac.new(
    os.environ['CHAT_IDENTITY_SECRET'].encode(),
    str(user.id).encode(),
    hashlib.sha256,
).hexdigest()`,
  Ruby: `require 'openssl'

signature = OpenSSL::HMAC.hexdigest('SHA256', ENV['CHAT_IDENTITY_SECRET'], user.id.to_s)`,
} as const;

export type SigningLanguage = keyof typeof SIGNING;
