import type { WebhookEvent } from '../../api/types';
import { Drawer } from '../../parts/dialog';
import { useWords } from '../../words';
import { CopyButton } from './copy-line';
import { Stamp } from './event-row';
import { OutcomeWord } from './outcome-word';

/** An event as the provider sent it. */
export function RawDrawer({ event, onClose }: { readonly event: WebhookEvent; readonly onClose: () => void }) {
  const { common, channels } = useWords();
  const { log } = channels;
  const text = JSON.stringify(event.raw, null, 2);
  const title = log.rawTitle(log.kinds[event.kind] ?? event.kind);
  return (
    <Drawer opened onClose={onClose} position="right" size={560} title={title} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="row rawhead">
        <span className="mono soft">
          <Stamp at={event.heardAt} />
        </span>
        <OutcomeWord outcome={event.outcome} />
        <span className="grow" />
        <CopyButton what={title} text={text} />
      </div>
      {event.reason ? <p className="soft sm">{event.reason}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keys too */}
      <section aria-label={title} tabIndex={0}>
        <pre className="raw mono" dir="ltr">
          {text}
        </pre>
      </section>
    </Drawer>
  );
}
