import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';

const DONE = 100;

/** How far the history of the business's phone has come, or that it is not shared. */
export function History({ channel: { history } }: { readonly channel: Channel }) {
  const { page } = useWords().channels;
  const words = page.history;
  if (history === null) return null;
  if (history.declined)
    return (
      <div className="bannerline warn pausedline">
        <Icon name="warning" />
        <span className="grow">
          <b>{words.declined}</b> (<bdi>{history.declined.detail}</bdi>). {words.declinedHow}
        </span>
      </div>
    );
  if (history.progress === DONE) return <p className="soft sm historyline">{words.done}</p>;
  return (
    <div className="bannerline history pausedline" role="status">
      <Icon name="history" />
      <span className="grow">
        <b>{words.coming(history.progress ?? 0)}</b> {words.says}
      </span>
      <progress max={DONE} value={history.progress ?? 0} aria-label={words.coming(history.progress ?? 0)} />
    </div>
  );
}
