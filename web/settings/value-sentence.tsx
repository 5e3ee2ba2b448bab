import { Fragment } from 'react';

/** A sentence with the value that it holds in bold wherever it says `{value}`. */
export function ValueSentence({ says, value }: { readonly says: string; readonly value: string }) {
  const pieces = says.split('{value}');
  return (
    <>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
        <Fragment key={at}>
          {at > 0 ? <b>{value}</b> : null}
          {piece}
        </Fragment>
      ))}
    </>
  );
}
