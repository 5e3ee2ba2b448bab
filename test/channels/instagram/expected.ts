const ANA = 'ig:6100000000000001 (6100000000000001)';

/** What each recorded payload becomes, one line an event (see support/heard.ts). */
// biome-ignore format: a table is read in columns
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  comments_facebook_login_ad: ['notice comment'],
  comments_instagram_login: ['notice comment'],
  dashboard_test_changes_form: ['message text {"text":"random_text"} from ig:12334 (12334) at 1527459824000'],
  message_attachment_audio: [`message audio {"source":{"id":null,"url":"…","sha256":null},"mime":"audio/*"} from ${ANA} at 1767225600123`],
  message_attachment_ig_post: [`message share {"url":"…","kind":"ig_post","title":"Example post","media":{"type":"image","source":{"id":null,"url":"…","sha256":null},"mime":"image/*"}} from ${ANA} at 1767225600123`],
  message_attachment_ig_reel: [`message share {"url":"…","kind":"ig_reel","title":"Example reel","media":{"type":"video","source":{"id":null,"url":"…","sha256":null},"mime":"video/*"}} from ${ANA} at 1767225600123`],
  message_attachment_image: [`message image {"source":{"id":null,"url":"…","sha256":null},"mime":"image/*"} from ${ANA} at 1767225600123`],
  message_attachment_share: [`message share {"url":"…","kind":"share","media":{"type":"image","source":{"id":null,"url":"…","sha256":null},"mime":"image/*"}} from ${ANA} at 1767225600123`],
  message_attachment_story_mention: [`message share {"url":"…","kind":"story_mention","media":{"type":"image","source":{"id":null,"url":"…","sha256":null},"mime":"image/*","keptFor":86400000}} from ${ANA} at 1767225600123`],
  message_attachment_video: [`message video {"source":{"id":null,"url":"…","sha256":null},"mime":"video/*"} from ${ANA} at 1767225600123`],
  message_deleted_unsend: [`deletion of all of …BW_1DcZD by customer ${ANA} at 1767225690000`],
  message_echo_from_app: [`echo text {"text":"Sí, tenemos"} to ${ANA} at 1767225600123`],
  message_edit: [`edit of …BW_1DcZD by customer ${ANA} to text {"text":"Hola, ¿tienen stock en azul?"} at 1767225600456`],
  message_like_heart: [`message text {"text":"❤️"} from ${ANA} at 1767225600123 with likeHeart`],
  message_quick_reply: [`message button_reply {"id":"DEPT_SALES","title":"Ventas"} from ${ANA} at 1767225600123`],
  message_reactions_react: [`reaction ❤️ by customer ${ANA} on …Iiy8DAZD at 1767225600456`],
  message_reactions_unreact: [`reaction none by customer ${ANA} on …Iiy8DAZD at 1767225600456`],
  message_referral_ad: [`message text {"text":"info"} from ${ANA} at 1767225600123 with referral {"source":"ad","id":"120200000000000001","url":null,"title":"Example","text":null,"ref":"SUMMER","clickId":null}`],
  message_reply_to_message: [`message text {"text":"este"} from ${ANA} at 1767225600123 re …BW_1DcZD`],
  message_reply_to_story: [`message story_reply {"text":"me encanta!","url":"…","media":{"type":"image","source":{"id":null,"url":"…","sha256":null},"mime":"image/*"}} from ${ANA} at 1767225600123 with story {"id":"17900000000000001"}`],
  message_self_test: ['notice self'],
  message_text: [`message text {"text":"Hola, ¿tienen stock?"} from ${ANA} at 1767225600123`],
  message_text_and_two_images: [
    `message text {"text":"mira estas"} from ${ANA} at 1767225600123`,
    `message image {"source":{"id":null,"url":"…","sha256":null},"mime":"image/*"} from ${ANA} at 1767225600123`,
    `message image {"source":{"id":null,"url":"…","sha256":null},"mime":"image/*"} from ${ANA} at 1767225600123`,
  ],
  message_unsupported: [`message unsupported {"kind":"unsupported","raw":"…"} from ${ANA} at 1767225600123`],
  messaging_handover_pass_thread_control: [`handover ours ${ANA} at 1767225600456`],
  messaging_postbacks: [`message button_reply {"id":"CATALOG","title":"Ver catálogo"} from ${ANA} at 1767225600456`],
  messaging_referral: ['notice referral'],
  messaging_seen: [`read up to …Iiy8DAZD by ${ANA} at 1767225600456`],
  standby_message: ['notice standby'],
};
