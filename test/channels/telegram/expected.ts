const ANA = 'tg:800000001 (@ana_example "Ana Example" @ana_example)';
const FROM = `from ${ANA} at 1767225600000`;
const file = (type: string, id: string, mime: string, more = '') =>
  `message ${type} {"source":{"id":"${id}","url":null,"sha256":null},"mime":"${mime}"${more}} ${FROM}`;

/** What each recorded update becomes, one line an event (see support/heard.ts). */
// biome-ignore format: a table is read in columns
export const EXPECTED: Readonly<Record<string, string>> = {
  callback_query:     `message button_reply {"id":"opt:a","title":"A"} from ${ANA} at null re …00001:30`,
  edited_message:     `edit of …000001:1 by customer ${ANA} to text {"text":"Hola (editado)"} at 1767225650000`,
  media_group_item_1: file('image', 'AgACAgEAAxkBAAIB2', 'image/jpeg', ',"caption":"álbum"'),
  media_group_item_2: file('image', 'AgACAgEAAxkBAAIB2', 'image/jpeg'),
  message_audio:      file('audio', 'CQACpub1', 'audio/mpeg', ',"fileName":"s.mp3"'),
  message_command_start_payload: `message text {"text":"/start promo_42"} ${FROM} with referral {"source":"link","id":null,"url":null,"title":null,"text":null,"ref":"promo_42","clickId":null}`,
  message_contact:    `message contacts {"contacts":[{"name":"Bruno","phones":["15550100102"],"emails":[]}]} ${FROM}`,
  message_document:   file('document', 'BQACpub1', 'application/pdf', ',"fileName":"informe.pdf"'),
  message_forwarded:  `message text {"text":"mira"} ${FROM} with forwarded`,
  message_group_text: 'notice group',
  message_location:   `message location {"latitude":-34.6037,"longitude":-58.3816} ${FROM}`,
  message_photo_caption: file('image', 'AgACAgEAAxkBAAIB2', 'image/jpeg', ',"caption":"foto"'),
  message_reaction:   `reaction 👍 by customer ${ANA} on …00001:30 at 1767225701000`,
  message_reply:      `message text {"text":"a esto"} ${FROM} re …000001:1`,
  message_sticker:    file('sticker', 'CAACpub1', 'image/webp'),
  message_text:       `message text {"text":"Hola"} ${FROM}`,
  message_venue:      `message location {"latitude":-34.6,"longitude":-58.38,"name":"Obelisco","address":"Av. 9 de Julio"} ${FROM}`,
  message_video:      file('video', 'BAACpub1', 'video/mp4', ',"fileName":"v.mp4"'),
  message_video_note: file('video', 'DQACpub1', 'video/mp4'),
  message_voice:      file('voice', 'AwACpub1', 'audio/ogg'),
  my_chat_member_blocked: 'notice blocked',
};
