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
  maintenance:          { status: 503, code: 131057, message: '(#131057) Account in maintenance mode', details: 'Business account is in maintenance mode.' },
  unavailable:          { status: 503, code: 131016, message: '(#131016) Service unavailable', details: 'A service is temporarily unavailable.' },
  something:            { status: 500, code: 131000, message: '(#131000) Something went wrong', details: 'Message failed to send due to an unknown error.' },
  temporary:            { status: 500, code: 2,      message: 'An unexpected error has occurred. Please retry your request later.' },
  sent_anyway:          { status: 500, code: 1,      subcode: 1357046, message: 'An unknown error has occurred.' },
  app_rate:             { status: 400, code: 4,      message: '(#4) Application request limit reached' },
  waba_rate:            { status: 400, code: 80007,  message: '(#80007) Rate limit issues', details: 'The WhatsApp Business Account has reached its rate limit.' },
  throughput:           { status: 400, code: 130429, subcode: 2494055, message: '(#130429) Rate limit hit', details: 'Cloud API message throughput has been reached.' },
  pair_rate:            { status: 400, code: 131056, message: '(#131056) (Business Account, Consumer Account) pair rate limit hit', details: 'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time' },
  spam_rate:            { status: 400, code: 131048, message: '(#131048) Spam rate limit hit', details: 'Message failed to send because there are restrictions on how many messages can be sent from this phone number.' },
  own_number:           { status: 400, code: 131021, message: '(#131021) Recipient cannot be sender', details: 'Sender and recipient phone number is the same.' },
  not_allowed:          { status: 400, code: 131030, message: '(#131030) Recipient phone number not in allowed list', details: 'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.' },
  undeliverable:        { status: 400, code: 131026, message: 'Message undeliverable', details: 'Message Undeliverable.' },
  window_closed:        { status: 400, code: 131047, message: 'Re-engagement message', details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.' },
  we_blocked:           { status: 400, code: 130403, message: '(#130403) Recipient is blocked', details: 'The business has blocked this recipient.' },
  marketing_cap:        { status: 400, code: 131049, message: 'This message was not delivered to maintain healthy ecosystem engagement.', details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.' },
  bsuid_unsupported:    { status: 400, code: 131062, message: '(#131062) Business-scoped user IDs are not supported for this message', details: 'Authentication templates need a phone number.' },
  media_upload:         { status: 400, code: 131053, message: '(#131053) Media upload error', details: 'Unable to upload the media used in the message.' },
  template_params:      { status: 400, code: 132000, message: '(#132000) Number of parameters does not match the expected number of params' },
  template_missing:     { status: 404, code: 132001, message: '(#132001) Template name does not exist in the translation' },
  template_long:        { status: 400, code: 132005, message: '(#132005) Translated text too long' },
  template_format:      { status: 400, code: 132012, message: '(#132012) Parameter format does not match format in the created template' },
  template_paused:      { status: 400, code: 132015, message: '(#132015) Template is paused', details: 'Template is paused due to low quality so it cannot be sent in a template message.' },
  template_disabled:    { status: 400, code: 132016, message: '(#132016) Template is disabled', details: 'Template has been paused too many times due to low quality and is now permanently disabled.' },
  ig_window:            { status: 400, code: 10,     subcode: 2534022, message: '(#10) This message is sent outside of allowed window.' },
  ig_no_user:           { status: 400, code: 100,    subcode: 2534014, message: '(#100) No matching Instagram user' },
  ig_unavailable:       { status: 400, code: 551,    subcode: 1545041, message: "(#551) This person isn't available right now." },
  ig_rate:              { status: 400, code: 613,    subcode: 2534040, message: '(#613) Calls to this api have exceeded the rate limit.' },
  ig_not_owner:         { status: 400, code: 100,    subcode: 2534037, message: '(#100) The thread owner has archived, deleted or passed on this thread.' },
  ig_fetch:             { status: 400, code: 100,    subcode: 2018008, message: '(#100) Failed to fetch the file from the url' },
  ig_attachment:        { status: 400, code: 100,    subcode: 2018074, message: '(#100) Invalid ID for attachment' },
  ig_disabled:          { status: 403, code: 200,    subcode: 2534041, message: '(#200) The account owner has disabled access to instagram direct messages.' },
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
