/** Every no that Graph has for a send, with the HTTP status, code and words with which it says so. */
interface Row {
  readonly status: number;
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
  readonly details?: string;
  readonly type?: string;
}

// biome-ignore format: a table is read in columns
export const REFUSALS = {
  token_missing:        { status: 401, code: 104,    message: 'An access token is required to request this resource.' },
  token_invalid:        { status: 401, code: 190,    subcode: 467, message: 'Invalid OAuth access token - Cannot parse access token' },
  token_expired:        { status: 401, code: 190,    subcode: 463, message: 'Error validating access token: Session has expired.' },
  token_password:       { status: 401, code: 190,    subcode: 460, message: 'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.' },
  permission:           { status: 403, code: 10,     message: '(#10) Application does not have permission for this action' },
  permission_withdrawn: { status: 403, code: 200,    message: '(#200) Requires whatsapp_business_messaging permission to manage the object' },
  access_denied:        { status: 403, code: 131005, message: '(#131005) Access denied', details: 'Permission is either not granted or has been removed.' },
  unknown_object:       { status: 400, code: 100,    subcode: 33, type: 'GraphMethodException', message: 'Unsupported post request. Object with ID does not exist, cannot be loaded due to missing permissions, or does not support this operation' },
  unknown_path:         { status: 400, code: 2500,   message: 'Unknown path components' },
  parameter:            { status: 400, code: 100,    message: '(#100) Invalid parameter' },
  required:             { status: 400, code: 131008, message: '(#131008) Required parameter is missing' },
  value:                { status: 400, code: 131009, message: '(#131009) Parameter value is not valid' },
  policy:               { status: 403, code: 368,    message: '(#368) Temporarily blocked for policies violations', details: 'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy.' },
  locked:               { status: 403, code: 131031, message: '(#131031) Account has been locked', details: 'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy, or we were unable to verify data included in the request.' },
  payment:              { status: 400, code: 131042, message: '(#131042) Business eligibility payment issue', details: 'Message failed to send because there were one or more errors related to your payment method.' },
  unregistered:         { status: 400, code: 133010, message: '(#133010) Phone number not registered', details: 'Phone number not registered on the WhatsApp Business Platform.' },
  number_deleted:       { status: 400, code: 33,     message: '(#33) Parameter value is not valid', details: 'The business phone number has been deleted.' },
  auth_exception:       { status: 400, code: 0,         message: 'AuthException' },
  capability:           { status: 400, code: 3,         message: '(#3) Application does not have the capability to make this API call.' },
  session:              { status: 401, code: 102,       message: 'Session key invalid or no longer valid' },
  permission_other:     { status: 403, code: 230,       message: '(#230) Permission is either not granted or has been removed.' },
  country:              { status: 403, code: 130497,    message: '(#130497) Business account is restricted from messaging users in this country.', details: 'The WhatsApp Business Account is restricted from messaging users in this country.' },
  business_missing:     { status: 400, code: 131044,    message: '(#131044) Business eligibility payment issue', details: 'Message failed to send because there is no payment method attached.' },
  certificate:          { status: 500, code: 131045,    message: '(#131045) Incorrect certificate', details: 'Message failed to send due to a phone number registration error.' },
  name_missing:         { status: 400, code: 131037,    message: '(#131037) Display name approval needed', details: 'This phone number needs an approved display name before it can send messages.' },
  account_other:        { status: 403, code: 131064,    message: '(#131064) The business account can’t send now' },
  payments_off:         { status: 403, code: 134011,    message: '(#134011) The terms of payments are not accepted' },
  maintenance:          { status: 503, code: 131057, message: '(#131057) Account in maintenance mode', details: 'Business account is in maintenance mode.' },
  unavailable:          { status: 503, code: 131016, message: '(#131016) Service unavailable', details: 'A service is temporarily unavailable.' },
  something:            { status: 500, code: 131000, message: '(#131000) Something went wrong', details: 'Message failed to send due to an unknown error.' },
  temporary:            { status: 500, code: 2,      message: 'An unexpected error has occurred. Please retry your request later.' },
  unknown_error:        { status: 500, code: 1,         message: 'An unknown error has occurred.' },
  server_down:          { status: 503, code: 133004,    message: '(#133004) Server temporarily unavailable' },
  generic:              { status: 400, code: 135000,    message: '(#135000) Generic user error', details: 'Message failed to send because of an unknown error with the request parameters.' },
  template_busy:        { status: 400, code: 132069,    message: '(#132069) Business has exceeded its sending of templates' },
  syncing:              { status: 400, code: 134101,    message: '(#134101) Template is syncing', details: 'The template is still syncing. Try again in 10 minutes.' },
  sent_anyway:          { status: 500, code: 1,      subcode: 1357046, message: 'An unknown error has occurred.' },
  app_rate:             { status: 400, code: 4,      message: '(#4) Application request limit reached' },
  waba_rate:            { status: 400, code: 80007,  message: '(#80007) Rate limit issues', details: 'The WhatsApp Business Account has reached its rate limit.' },
  throughput:           { status: 400, code: 130429, subcode: 2494055, message: '(#130429) Rate limit hit', details: 'Cloud API message throughput has been reached.' },
  pair_rate:            { status: 400, code: 131056, message: '(#131056) (Business Account, Consumer Account) pair rate limit hit', details: 'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time' },
  spam_rate:            { status: 400, code: 131048, message: '(#131048) Spam rate limit hit', details: 'Message failed to send because there are restrictions on how many messages can be sent from this phone number.' },
  registration_rate:    { status: 400, code: 133016,    message: '(#133016) Account register deregister rate limit exceeded' },
  custom_rate:          { status: 400, code: 613,       message: '(#613) Calls to this api have exceeded the rate limit.' },
  user_rate:            { status: 400, code: 17,        message: '(#17) User request limit reached' },
  page_rate:            { status: 400, code: 32,        message: '(#32) Page request limit reached' },
  own_number:           { status: 400, code: 131021, message: '(#131021) Recipient cannot be sender', details: 'Sender and recipient phone number is the same.' },
  not_allowed:          { status: 400, code: 131030, message: '(#131030) Recipient phone number not in allowed list', details: 'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.' },
  undeliverable:        { status: 400, code: 131026, message: 'Message undeliverable', details: 'Message Undeliverable.' },
  window_closed:        { status: 400, code: 131047, message: 'Re-engagement message', details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.' },
  window_legacy:        { status: 400, code: 470,       message: 'Re-engagement message', details: 'Message failed to send because more than 24 hours have passed.' },
  opted_out:            { status: 400, code: 131050,    message: '(#131050) Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business' },
  experiment:           { status: 400, code: 130472,    message: "(#130472) User's number is part of an experiment" },
  we_blocked:           { status: 400, code: 130403, message: '(#130403) Recipient is blocked', details: 'The business has blocked this recipient.' },
  marketing_cap:        { status: 400, code: 131049, message: 'This message was not delivered to maintain healthy ecosystem engagement.', details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.' },
  bsuid_unsupported:    { status: 400, code: 131062, message: '(#131062) Business-scoped user IDs are not supported for this message', details: 'Authentication templates need a phone number.' },
  media_upload:         { status: 400, code: 131053, message: '(#131053) Media upload error', details: 'Unable to upload the media used in the message.' },
  type_unsupported:     { status: 400, code: 131051,    message: '(#131051) Unsupported message type' },
  media_download:       { status: 400, code: 131052,    message: '(#131052) Media download error', details: 'Unable to download the media.' },
  not_allowed_content:  { status: 400, code: 131055,    message: '(#131055) Method not allowed' },
  content_other:        { status: 400, code: 131063,    message: '(#131063) The content can’t be sent' },
  template_params:      { status: 400, code: 132000, message: '(#132000) Number of parameters does not match the expected number of params' },
  template_missing:     { status: 404, code: 132001, message: '(#132001) Template name does not exist in the translation' },
  template_long:        { status: 400, code: 132005, message: '(#132005) Translated text too long' },
  template_format:      { status: 400, code: 132012, message: '(#132012) Parameter format does not match format in the created template' },
  template_paused:      { status: 400, code: 132015, message: '(#132015) Template is paused', details: 'Template is paused due to low quality so it cannot be sent in a template message.' },
  template_disabled:    { status: 400, code: 132016, message: '(#132016) Template is disabled', details: 'Template has been paused too many times due to low quality and is now permanently disabled.' },
  template_policy:      { status: 400, code: 132007,    message: '(#132007) Template format character policy violated' },
  template_parameters:  { status: 400, code: 132008,    message: '(#132008) Parameter value is not valid' },
  template_example:     { status: 400, code: 132018,    message: '(#132018) There is an issue with the parameters in your template' },
  flow_blocked:         { status: 400, code: 132068,    message: '(#132068) Flow in blocked state' },
  marketing_only:       { status: 400, code: 134100,    message: '(#134100) Only marketing messages are supported' },
  ig_window:            { status: 400, code: 10,     subcode: 2534022, message: '(#10) This message is sent outside of allowed window.' },
  ig_no_user:           { status: 400, code: 100,    subcode: 2534014, message: '(#100) No matching Instagram user' },
  ig_unavailable:       { status: 400, code: 551,    subcode: 1545041, message: "(#551) This person isn't available right now." },
  ig_rate:              { status: 400, code: 613,    subcode: 2534040, message: '(#613) Calls to this api have exceeded the rate limit.' },
  ig_not_owner:         { status: 400, code: 100,    subcode: 2534037, message: '(#100) The thread owner has archived, deleted or passed on this thread.' },
  ig_fetch:             { status: 400, code: 100,    subcode: 2018008, message: '(#100) Failed to fetch the file from the url' },
  ig_attachment:        { status: 400, code: 100,    subcode: 2018074, message: '(#100) Invalid ID for attachment' },
  ig_disabled:          { status: 403, code: 200,    subcode: 2534041, message: '(#200) The account owner has disabled access to instagram direct messages.' },
  ig_window_other:      { status: 400, code: 10,        subcode: 2018278, message: '(#10) This message is sent outside of allowed window.' },
  ig_window_old:        { status: 400, code: 10,        subcode: 2018065, message: '(#10) This message is sent outside of the allowed window.' },
  ig_gone:              { status: 403, code: 200,       subcode: 1545041, message: "(#200) This person isn't available right now." },
  ig_not_reachable:     { status: 400, code: 10,        subcode: 2018108, message: "(#10) This person isn't receiving messages from you right now." },
  ig_no_match:          { status: 400, code: 100,       subcode: 2018001, message: '(#100) No matching user found' },
  fb_thread:            { status: 400, code: 10,        subcode: 2018300, message: '(#10) Message failed to send because another app is controlling this thread now.' },
  ig_thread:            { status: 400, code: 2018300,   message: 'Another app controls this thread now.' },
  ig_thread_other:      { status: 400, code: 10,        subcode: 2018321, message: '(#10) The app is not the thread owner.' },
  ig_login:             { status: 403, code: 200,       subcode: 2018027, message: '(#200) Cannot message users who are not admins of the app' },
  ig_role:              { status: 403, code: 200,       subcode: 2018028, message: '(#200) Cannot message users who are not testers of the app' },
  ig_scope:             { status: 403, code: 10,        subcode: 2534077, message: '(#10) Message permission is not granted' },
  ig_restricted:        { status: 400, code: 2022,      message: '(#2022) The account is restricted from sending messages' },
  ig_restricted_other:  { status: 403, code: 10,        subcode: 1893063, message: '(#10) The account is restricted' },
  ig_limited:           { status: 400, code: 100,       subcode: 2534029, message: '(#100) The account is limited' },
  ig_warned:            { status: 400, code: 613,       subcode: 2018338, message: '(#613) The account sends too fast' },
  ig_app_rate:          { status: 400, code: 4,         subcode: 2018354, message: '(#4) Too many send requests to phone numbers' },
  ig_spam:              { status: 400, code: 9,         subcode: 2018352, message: '(#9) Too many requests to the same thread' },
  ig_media_type:        { status: 400, code: 100,       subcode: 2018047, message: '(#100) Upload attachment failure' },
  ig_media_size:        { status: 400, code: 100,       subcode: 2018109, message: '(#100) Attachment size exceeds allowable limit' },
  ig_media_host:        { status: 400, code: 100,       subcode: 2018294, message: '(#100) The video failed to upload' },
  ig_transient:         { status: 500, code: 1,         subcode: 99, message: 'An unknown error occurred' },
  ig_temporary:         { status: 400, code: 1200,      message: '(#1200) Temporary send message failure. Please try again later.' },
} as const satisfies Record<string, Row>;

export type RefusalName = keyof typeof REFUSALS;

export function isRefusal(name: unknown): name is RefusalName {
  return typeof name === 'string' && Object.hasOwn(REFUSALS, name);
}

/** Graph's no. `says` stands in the message for code 100, as the details for the others. */
export class Refusal extends Error {
  readonly row: Row;

  constructor(
    readonly refusal: RefusalName,
    readonly says?: string,
  ) {
    super(refusal);
    this.row = REFUSALS[refusal];
  }

  /** The body of the answer, as Graph words it. */
  body(trace: string): { readonly error: object } {
    const { code, subcode, message, type = 'OAuthException' } = this.row;
    const details = this.says ?? this.row.details;
    const data = details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } };
    return { error: { message, type, code, ...data, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: trace } };
  }

  /** The same no in a failed status, where it comes after the fact. */
  inStatus(): object {
    const { code, message } = this.row;
    const title = message.replace(/^\(#\d+\) /, '');
    return { code, title, message: title, error_data: { details: this.says ?? this.row.details ?? title }, href: HREF };
  }
}

const HREF = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';

export function refuse(name: RefusalName, says?: string): never {
  throw new Refusal(name, says);
}
