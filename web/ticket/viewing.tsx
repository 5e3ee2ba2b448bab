import { firstName } from '../../src/domain/canned';
import { useViewers } from '../live/here';
import { Face } from '../parts/face';
import { useCalmly } from '../parts/use-calmly';
import { useWords } from '../words';

const MOST = 3;

/** Who else looks at this ticket now. */
export function Viewing({ ticketId }: { readonly ticketId: string }) {
  const { together } = useWords();
  const viewers = useViewers(ticketId);
  const says = viewers.length === 0 ? '' : together.viewing(viewers.map(({ name }) => firstName(name) ?? name));
  const said = useCalmly(says);
  const whole = viewers.length === 0 ? '' : together.viewing(viewers.map(({ name }) => name));
  return (
    <>
      {viewers.length === 0 ? null : (
        <span className="row sm mute nw viewing" title={whole} aria-hidden="true">
          <span className="faces">
            {viewers.slice(0, MOST).map(({ id, name }) => (
              <Face key={id} id={id} name={name} size={20} />
            ))}
          </span>
          <bdi className="wide cut">{says}</bdi>
        </span>
      )}
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}
