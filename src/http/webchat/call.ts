import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Intake } from '../../actions/hearing/intake';
import type { PageDoor } from '../../actions/webchat/hand-in';
import type { Visitor } from '../../ports/store';
import type { ProblemCode } from '../problems';
import type { pageIn } from './doorway';
import type { Pages } from './live';
import type { Doing } from './rates';

/** One call of a page, checked. */
export interface PageCall<Body = unknown, Query = unknown> extends PageDoor {
  readonly page: ReturnType<typeof pageIn>;
  readonly visitor: Visitor;
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly pages: Pages;
  readonly body: Body;
  readonly query: Query;
  readonly params: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly response: Response;
}

/** `by`: whether it takes a token. What is answered goes out as JSON. */
export interface PageRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly by: 'anyone' | 'visitor';
  readonly counts: Doing;
  readonly says: string;
  readonly status: number;
  readonly answer?: z.ZodType;
  readonly refuses?: readonly ProblemCode[];
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly handle: (call: PageCall<never, never>) => Promise<Answer | null>;
}

/** Without a status: that of its row. */
interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

type Route<B, Q> = Omit<PageRoute, 'body' | 'query' | 'handle'> & {
  readonly body?: B;
  readonly query?: Q;
  readonly handle: (call: PageCall<OutputOf<B>, OutputOf<Q>>) => ReturnType<PageRoute['handle']>;
};
type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
export const route = <B extends z.ZodType | undefined = undefined, Q extends z.ZodType | undefined = undefined>(
  row: Route<B, Q>,
): PageRoute => row as unknown as PageRoute;
