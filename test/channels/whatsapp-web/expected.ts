const ANA = 'pn:15550100101 (15550100101)';
const AT = 'at 1767225600000';

/** What each recorded event becomes (see support/heard.ts). */
// biome-ignore format: a table is read in columns
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  lifecycle_conflict: ['notice lifecycle:change_state', 'notice lifecycle:disconnected'],
  lifecycle_login: [
    'notice lifecycle:qr',
    'notice lifecycle:qr',
    'notice lifecycle:loading_screen',
    'notice lifecycle:loading_screen',
    'notice lifecycle:authenticated',
    'notice lifecycle:ready',
  ],
  lifecycle_logout: ['notice lifecycle:disconnected'],
  message_ack_device: [`delivered …00000002 by ${ANA} at null`],
  message_ack_error: [`failed …00000002 by ${ANA} at null because unknown (ack -1)`],
  message_ack_read: [`read …00000002 by ${ANA} at null`],
  message_ack_server: [`sent …00000002 by ${ANA} at null`],
  message_create_from_me: [`echo text {"text":"respuesta"} to ${ANA} ${AT}`],
  message_edit: [`edit of …00000001 by customer ${ANA} to text {"text":"hola editado"} at null`],
  message_group: ['notice group'],
  message_image_media: [`message image {"source":{"id":"false_15550100101@c.us_3EB0PUB00000000000003","url":null,"sha256":null},"mime":"image/*","caption":"caption"} from ${ANA} ${AT}`],
  message_location: [`message location {"latitude":-34.6,"longitude":-58.38,"name":"Obelisco","address":"BA"} from ${ANA} ${AT}`],
  message_ptt: [`message voice {"source":{"id":"false_15550100101@c.us_3EB0PUB00000000000004","url":null,"sha256":null},"mime":"audio/ogg"} from ${ANA} ${AT}`],
  message_reaction: [`reaction 👍 by customer ${ANA} on …00000002 ${AT}`],
  message_revoke_everyone: [`deletion of …00000001 by customer ${ANA} at null`],
  message_text: [`message text {"text":"hola"} from ${ANA} ${AT}`],
  message_vcard: [`message contacts {"contacts":[{"name":"Bruno Sample","phones":["+1 555 010 0102"],"emails":[]}]} from ${ANA} ${AT}`],
  qr: ['notice lifecycle:qr'],
};
