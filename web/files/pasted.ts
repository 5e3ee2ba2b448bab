/** The files of what is pasted; none where it has words too, as a piece of a document has. */
export function filesIn({ files, types }: Pick<DataTransfer, 'files' | 'types'>): File[] {
  return types.includes('text/plain') ? [] : [...files];
}
