/** Values by axis. */
export type Axes = Readonly<Record<string, readonly unknown[]>>;

export type Case<Of extends Axes> = { readonly [Axis in keyof Of]: Of[Axis][number] };

/** Every combination. */
export function product<Of extends Axes>(axes: Of): Case<Of>[] {
  return Object.entries(axes).reduce<object[]>(
    (cases, [axis, values]) => cases.flatMap((each) => values.map((value) => ({ ...each, [axis]: value }))),
    [{}],
  ) as Case<Of>[];
}

/** As few combinations as a greedy search finds in which every two values of different axes meet. */
export function pairwise<Of extends Axes>(axes: Of): Case<Of>[] {
  const names = Object.keys(axes);
  const pairKey = (one: number, other: number, a: number, b: number): string => [one, a, other, b].join();
  const open = new Set<string>();
  const each = (visit: (key: string, one: number, other: number, a: number, b: number) => void): void => {
    for (let one = 0; one < names.length; one += 1)
      for (let other = one + 1; other < names.length; other += 1)
        axes[names[one]!]!.forEach((_value, a) =>
          axes[names[other]!]!.forEach((_other, b) => visit(pairKey(one, other, a, b), one, other, a, b)),
        );
  };
  each((key) => open.add(key));
  const cases: Case<Of>[] = [];
  while (open.size) {
    const chosen: (number | undefined)[] = names.map(() => undefined);
    // The first pair that has not met, then on each other axis the value that meets most that it has not.
    const [first] = open;
    const [one, a, other, b] = first!.split(',').map(Number) as [number, number, number, number];
    chosen[one] = a;
    chosen[other] = b;
    names.forEach((name, axis) => {
      if (chosen[axis] !== undefined) return;
      const gains = axes[name]!.map(
        (_value, index) =>
          chosen.filter(
            (value, at) =>
              value !== undefined &&
              open.has(at < axis ? pairKey(at, axis, value, index) : pairKey(axis, at, index, value)),
          ).length,
      );
      chosen[axis] = gains.indexOf(Math.max(...gains));
    });
    each((key, left, right, x, y) => {
      if (chosen[left] === x && chosen[right] === y) open.delete(key);
    });
    cases.push(Object.fromEntries(names.map((name, axis) => [name, axes[name]![chosen[axis]!]])) as Case<Of>);
  }
  return cases;
}
