/** Closes a union at compile time; reached at run time only by our own mistake. */
export function assertNever(value: never, where: string): never {
  throw new Error(`${where}: unexpected value ${JSON.stringify(value)}`);
}
