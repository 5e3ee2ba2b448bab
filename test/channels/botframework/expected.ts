const WEB = 'bf:webchat:conversation:conv-pub-0001 (dl_user_0001 "Ana")';
const TEAMS = 'bf:msteams:dl_user_0001 (dl_user_0001 "Ana")';
const AT = 'at 1767225600123';

/** What each recorded activity becomes, one line an event (see support/heard.ts). */
// biome-ignore format: a table is read in columns
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  conversation_update_members_added:   [`met ${WEB} ${AT}`],
  end_of_conversation:                 ['notice end_of_conversation'],
  event_handoff_initiate:              [`hand-off webchat|conv-pub-0001|bf-pub-7 of ${WEB} because Skill: credit cards ${AT}`],
  event_handoff_status_accepted:       [`handover held by handoff ${WEB} ${AT}`],
  message_adaptive_card_submit:        [`message form_reply {"data":{"action":"choose","option":"b"}} from ${WEB} ${AT}`],
  message_attachment_image:            [`message image {"source":{"id":null,"url":"…","sha256":null},"mime":"image/png","fileName":"a.png"} from ${WEB} ${AT}`],
  message_delete_teams:                [`deletion of all of …25600123 by customer ${TEAMS} ${AT}`],
  message_reaction:                    [`reaction 👍 by customer ${TEAMS} on …00000000 ${AT}`],
  message_teams_personal_with_mention: ['notice group'],
  message_text:                        [`message text {"text":"hello"} from ${WEB} ${AT}`],
  message_update_teams:                [`edit of …25600123 by customer ${TEAMS} to text {"text":"edited text"} ${AT}`],
  typing:                              ['notice typing'],
};
