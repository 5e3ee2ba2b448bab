import { useRef, useState } from 'react';
import { Icon } from '../parts/icon';
import { toast } from '../parts/toast';
import { copied } from '../settings/channels/copying';
import { useWords } from '../words';
import { leavesOutTheNewest, type Manifest, type Report, SETTLING_SECONDS } from './report';
import { useSaid, useStamp } from './use-said';

interface Props {
  readonly id: string;
  readonly report: Report;
  readonly manifest: Manifest;
}

/** What a report was made from, and what came out. */
export function ManifestRow({ id, report, manifest }: Props) {
  const { common, reports } = useWords();
  const { manifest: words } = reports;
  const said = useSaid();
  const stamp = useStamp();
  const { bom, channelKinds, zone } = report;
  const { events, at, escaped, tickets, chats, sha256 } = manifest;
  const leftOut = [
    ...(channelKinds ? [words.otherChannels(said.channels(channelKinds))] : []),
    ...(leavesOutTheNewest(report, at) ? [words.newest(SETTLING_SECONDS)] : []),
  ];
  const facts: readonly (readonly [string, string])[] = [
    [words.zone, zone],
    [words.events, words.upTo(events)],
    [words.leftOut, leftOut.length > 0 ? leftOut.join('; ') : words.nothing],
    [words.at, stamp(at)],
    [words.contents, words.contentsSay(common.tickets(tickets), words.chats(chats))],
    [words.formulas, escaped > 0 ? words.harmless(escaped) : words.noFormulas],
    ...(bom ? [[words.mark, words.hasMark] as const] : []),
  ];
  return (
    <tr className="man" id={id}>
      <td colSpan={6}>
        <dl>
          {facts.map(([term, fact]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{fact}</bdi>
              </dd>
            </div>
          ))}
          <Hash sha256={sha256} />
          <div>
            <dt>{words.again}</dt>
            <dd>{words.sameFile}</dd>
          </div>
        </dl>
      </td>
    </tr>
  );
}

/** The whole of it is copied; where pages may not copy, it is selected. */
function Hash({ sha256 }: { readonly sha256: string }) {
  const { common, reports } = useWords();
  const text = useRef<HTMLSpanElement>(null);
  const [whole, show] = useState(false);
  const copy = async () => {
    if (await copied(sha256)) return toast(common.copied);
    show(true);
    requestAnimationFrame(() => text.current && getSelection()?.selectAllChildren(text.current));
    toast(reports.manifest.selected);
  };
  return (
    <div>
      <dt>{reports.manifest.hash}</dt>
      <dd className="hash">
        <span ref={text} className="mono" dir="ltr" title={sha256}>
          {whole ? sha256 : `${sha256.slice(0, 12)}…${sha256.slice(-6)}`}
        </span>
        <button type="button" className="btn small quiet" onClick={() => void copy()}>
          <Icon name="copy" size="s" />
          {common.copy}
        </button>
      </dd>
    </div>
  );
}
