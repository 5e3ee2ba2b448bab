/** Does what it is given in the order in which it comes, so many at a time. What is given must not fail. */
export function lanes(most: number): (go: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let busy = 0;

  function next(): void {
    if (busy >= most) return;
    const one = waiting.shift();
    if (!one) return;
    busy += 1;
    void one().finally(() => {
      busy -= 1;
      next();
    });
  }

  return (go) => {
    waiting.push(go);
    next();
  };
}
