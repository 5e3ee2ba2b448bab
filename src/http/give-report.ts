import { pipeline } from 'node:stream/promises';
import { Refusal } from '../domain/errors';
import type { Report, ReportFormat } from '../domain/figures/report';
import { attachmentNamed } from './disposition';
import type { Call } from './route';
import { madeReport } from './sight-reports';

const TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const NOT_KEPT = 'The file is not in the bucket any more: somebody took it away. The report can be made again.';
const NOT_HERE =
  'The file is not in the data folder of this instance: another one made it, or somebody took it away. With a bucket (S3_BUCKET) every instance has every file.';

/** Answers with the file of a report, as it is read. */
export async function giveReport({ desk, request, response }: Call<unknown, unknown>, report: Report): Promise<void> {
  const { manifest, state, expiresAt, request: asked } = madeReport(report);
  if (state === 'expired' || (expiresAt ?? 0) <= desk.clock.now())
    throw new Refusal('gone', 'The file has been deleted: it had its 30 days. The report can be made again.', { state: 'expired' });
  const body = await desk.reportFiles.open(report.id);
  if (!body) throw new Refusal('not_found', desk.reportFiles.shared ? NOT_KEPT : NOT_HERE);
  response.status(200).set({
    'Content-Type': TYPES[asked.format],
    'Content-Length': String(manifest.bytes),
    'Content-Disposition': attachmentNamed(`${asked.name}.${asked.format}`),
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    Digest: `sha-256=${Buffer.from(manifest.sha256, 'hex').toString('base64')}`,
  });
  if (request.method === 'HEAD') body.destroy();
  if (request.method === 'HEAD') return void response.end();
  // Whoever has seen enough hangs up: nobody's fault.
  await pipeline(body, response).catch(() => response.destroy());
}
