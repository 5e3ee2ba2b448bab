import { distinct } from '../../domain/figures/distinct';
import type { ReportType } from '../../domain/figures/report';
import { agentSource } from './agent-lines';
import { bytesOf } from './bytes';
import { messageSource } from './message-lines';
import type { Begun, Counted, Maker, Source } from './source';
import { stageSource } from './stage-lines';
import { ticketSource } from './ticket-lines';

type Bytes = (desk: Maker, report: Begun, counted: Counted) => AsyncIterable<Uint8Array>;

const from = <Row>(open: (...given: Parameters<Bytes>) => Promise<Source<Row>>): Bytes =>
  async function* (desk, report, counted) {
    yield* bytesOf(desk, await open(desk, report, counted), report.request, counted);
  };

/** Where each type comes from. */
const SOURCES: Readonly<Record<ReportType, Bytes>> = {
  customer_tickets: from(ticketSource),
  agents: from(agentSource),
  stages: from(stageSource),
  messages: from(messageSource),
};

export const nothingCounted = (): Counted => ({ rows: 0, escaped: 0, tickets: 0, chats: distinct() });

/** The bytes of a report that was begun, read from the store alone: the same whenever, and by whomever, it is made. */
export const reportBytes: Bytes = (desk, report, counted) => SOURCES[report.request.type](desk, report, counted);
