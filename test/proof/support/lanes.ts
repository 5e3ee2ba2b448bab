const CONNECTIONS = 16;

/** Works through a list in so many lanes; without a number, in as many as a provider has connections. */
export async function inLanes<T>(list: readonly T[], work: (one: T) => Promise<unknown>, lanes = CONNECTIONS): Promise<void> {
  const rest = [...list].reverse();
  const lane = async (): Promise<void> => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
