/** Why the desk refuses; `http/problems` maps each code to its HTTP status, in the order of LIFECYCLE §3. */
export type RefusalCode =
  | 'unauthenticated'
  | 'code_required'
  | 'code_wrong'
  | 'too_many_attempts'
  | 'not_found'
  | 'invalid'
  | 'forbidden'
  | 'trial_not_allowed'
  | 'stale'
  | 'illegal_transition'
  | 'chat_has_open_ticket'
  | 'agent_not_online'
  | 'ticket_closed'
  | 'assigned_to_other'
  | 'media_not_ready'
  | 'newer_message'
  | 'window_closed'
  | 'delivery_known'
  | 'may_have_been_sent'
  | 'not_retryable'
  | 'media_gone'
  | 'report_not_ready'
  | 'report_over'
  | 'replay_over'
  | 'system_stage'
  | 'already_exists'
  | 'in_use'
  | 'gone'
  | 'unavailable';

/** A refusal that the caller can act on; it changed nothing. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** Facts that the answer carries beside the code: `from`, `action`, `allowedActions`, `ticketId`, `errors`. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** One wrong field of a body: the path in dots, and what is expected. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', message, { errors: [{ path, message }] satisfies FieldError[] });

/** The desk can't start or go on with what it was given; `field` names the variable or setting. */
export class ConfigError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
    this.name = 'ConfigError';
  }
}
