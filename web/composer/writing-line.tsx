import { useCustomerTyping, useViewers } from '../live/here';
import { useCalmly } from '../parts/use-calmly';
import { useWords } from '../words';
import { writingWords } from './writing-words';

/** Who else writes in this ticket now, above one's own words. */
export function WritingLine({ ticketId }: { readonly ticketId: string }) {
  const { together } = useWords();
  const colleagues = writingWords(useViewers(ticketId), together);
  const says = useCustomerTyping(ticketId) && colleagues === '' ? together.customerWriting : colleagues;
  const said = useCalmly(says);
  return (
    <>
      {says === '' ? null : (
        <p className="typing" aria-hidden="true">
          <span className="dots">
            <i />
            <i />
            <i />
          </span>
          <bdi>{says}</bdi>
        </p>
      )}
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}
