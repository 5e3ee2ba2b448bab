const ANA = 'fb:7100000000000001 (7100000000000001)';

/** What each recorded payload becomes, one line an event (see support/heard.ts). */
// biome-ignore format: a table is read in columns
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  message_attachment_audio: [`message audio {"source":{"id":null,"url":"…","sha256":null},"mime":"audio/*"} from ${ANA} at 1767225600123`],
  message_attachment_file: [`message document {"source":{"id":null,"url":"…","sha256":null},"mime":"application/octet-stream"} from ${ANA} at 1767225600123`],
  message_attachment_image: [`message image {"source":{"id":null,"url":"…","sha256":null},"mime":"image/*"} from ${ANA} at 1767225600123`],
  message_attachment_video: [`message video {"source":{"id":null,"url":"…","sha256":null},"mime":"video/*"} from ${ANA} at 1767225600123`],
  message_deliveries: [
    `delivered …MOb5YpWm by ${ANA} at 1767225600456`,
    `delivered until 1767225600400 by ${ANA} at 1767225600456`,
  ],
  message_deliveries_watermark_only: [`delivered until 1767225600400 by ${ANA} at 1767225600456`],
  message_echo: [`echo text {"text":"hi from page"} to ${ANA} at 1767225600123 ref outbox:1`],
  message_echo_from_page_inbox: [`echo text {"text":"human reply from Page Inbox"} to ${ANA} at 1767225600123`],
  message_edits: [`edit of …hL-YyOUJ by customer ${ANA} to text {"text":"hello, edited"} at 1767225600456`],
  message_link_fallback: [
    `message text {"text":"https://example.com/p/1"} from ${ANA} at 1767225600123`,
    `message share {"url":"…","kind":"fallback","title":"Example"} from ${ANA} at 1767225600123`,
  ],
  message_location_fallback: [`message location {"latitude":-34.6037,"longitude":-58.3816,"name":"Ana's Location"} from ${ANA} at 1767225600123`],
  message_quick_reply: [`message button_reply {"id":"PICK_RED","title":"Red"} from ${ANA} at 1767225600123`],
  message_reactions: [`reaction ❤️ by customer ${ANA} on …MOb5YpWm at 1767225600456`],
  message_reads: [`read until 1767225600450 by ${ANA} at 1767225600456`],
  message_reply_to: [`message text {"text":"this one"} from ${ANA} at 1767225600123 re …hL-YyOUJ`],
  message_sticker_legacy_image: [`message sticker {"source":{"id":null,"url":"…","sha256":null},"mime":"image/*"} from ${ANA} at 1767225600123`],
  message_text: [`message text {"text":"hello, world!"} from ${ANA} at 1767225600123`],
  messaging_handovers_take_thread_control: [`handover held by 263902037430900 ${ANA} at 1767225600456`],
  messaging_optins_user_ref: ['notice optin'],
  messaging_postbacks_get_started: [`message button_reply {"id":"GET_STARTED","title":"Get Started"} from ${ANA} at 1767225600456 with referral {"source":"link","id":null,"url":null,"title":null,"text":null,"ref":"home","clickId":null}`],
  messaging_referrals_ad: ['notice referral'],
  standby_message: ['notice standby'],
};
