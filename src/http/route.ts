import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Door } from '../actions/agents/door';
import type { Caller, Desk } from '../actions/desk';
import type { For, Needs } from '../domain/access';
import type { Instant } from '../domain/ticket';
import type { House } from '../ports/store';
import type { Trial } from '../ports/trial';
import type { HttpConfig } from './http-config';
import type { Live } from './live';
import type { ProblemCode } from './problems';
import type { Rejects } from './rejects';
import type { WebhookSigns } from './webhook-signs';

/** What every handler may use. */
export interface Front {
  readonly desk: Desk;
  readonly config: HttpConfig;
  readonly door: Door;
  readonly rejects: Rejects;
  readonly signs: Pick<WebhookSigns, 'flush'>;
  readonly live: Pick<Live, 'lookAgain'>;
  readonly trial: Trial;
  /** When this process began to serve. */
  readonly startedAt: Instant;
}

/** One call, checked: `person` is null only where `for` says `anyone`. */
export interface Call<Query, Body, Who = Caller> extends Front {
  readonly person: Who;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The configuration as it is now. */
  readonly house: House;
  /** From If-Match. */
  readonly version: number | undefined;
  readonly request: Request;
  readonly response: Response;
}

/**
 * One call of the API. The app answers it, /openapi.json describes it and a test walks it, all from this row.
 * `path` is below /api/v1, with `{names}` of its parameters.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly for: For;
  readonly tag: string;
  /** What a token needs, where that does not follow from the tag and the method. */
  readonly needs?: Needs;
  /** What an admin's call is named in the record when what it changes does not tell; null for one that changes nothing. */
  readonly act?: string | null;
  readonly says: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: number;
  /** A file is the body or the answer, and passes through as it comes: the handler reads and writes it by itself. */
  readonly file?: { readonly takes: true } | { readonly gives: string; readonly inParts?: true };
  /** null answers without a body. */
  readonly answer: z.ZodType | null;
  /** What it refuses beside what every call of its kind does. */
  readonly refuses?: readonly ProblemCode[];
  /** Takes an Idempotency-Key: gives the answer anew for what an earlier call made, whose own answer was lost in a crash. */
  readonly again?: (call: Call<unknown, unknown>, id: string) => Promise<unknown>;
  /** What is kept of its answer for calls that repeat the Idempotency-Key, where it holds what is shown only once. */
  readonly kept?: (body: unknown) => unknown;
  /** Takes an If-Match with the version. */
  readonly versioned?: true;
  /** Throws `not_found` for what is not there or not theirs to see: that comes before anything about the body. */
  readonly finds?: (call: Call<unknown, unknown>) => Promise<unknown>;
  readonly handle: (call: Call<never, never, never>) => Promise<unknown>;
}

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

interface Row<F extends For, Q, B, A> extends Omit<Route, 'for' | 'query' | 'body' | 'answer' | 'handle'> {
  readonly for: F;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  readonly handle: (
    call: Call<OutputOf<Q>, OutputOf<B>, F extends 'anyone' ? Caller | null : Caller>,
  ) => Promise<A extends z.ZodType ? z.input<A> : void>;
}

/** A row of a route table, its handler's types taken from its schemas. */
export function route<
  const F extends For,
  A extends z.ZodType | null,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(row: Row<F, Q, B, A>): Route {
  return row as unknown as Route;
}
