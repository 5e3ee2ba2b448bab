type Part<W> = (work: W) => object;

type Both<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer A) => void ? A : never;

interface Whole<W> {
  readonly work: W;
  readonly made: object[];
}

/**
 * What all parts over a work offer, as `{ ...first(work), ...second(work) }` would, but a part is made when something of it is first
 * asked for: to make an object of 170 functions takes longer than most transactions, and each calls a few.
 */
export function inParts<W, P extends readonly Part<W>[]>(parts: P): (work: W) => Both<ReturnType<P[number]>> {
  let prototype: object | null = null;
  return (work) => {
    prototype ??= prototypeOf(parts, work);
    return Object.assign(Object.create(prototype), { work, made: [] } satisfies Whole<W>);
  };
}

function prototypeOf<W>(parts: readonly Part<W>[], work: W): object {
  const prototype = {};
  for (const [at, part] of parts.entries())
    for (const name of Object.keys(part(work)))
      Object.defineProperty(prototype, name, {
        configurable: true,
        get(this: Whole<W>) {
          this.made[at] ??= part(this.work);
          return this.made[at][name as keyof object];
        },
      });
  return prototype;
}
