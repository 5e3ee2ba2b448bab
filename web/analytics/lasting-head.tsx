import { useWords } from '../words';

/** The heads of a table that says of each row how many tickets it has, and what half and nine of ten of them did not exceed. */
export function LastingHead({ first }: { readonly first: string }) {
  const words = useWords().analytics.durations;
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {[words.tickets, words.half, words.nine].map((name) => (
          <th key={name} scope="col" className="r">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
