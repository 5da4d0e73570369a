/** Puts all at the end of a list: `push(...more)` takes only as many as the stack has room for, and documents hold more. */
export function append<Value>(list: Value[], more: readonly Value[]): void {
  for (const each of more) list.push(each);
}
