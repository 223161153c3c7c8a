/** Which two answers are compared, by the keys of their sides (see `selectors/sides.ts`). */
export interface ComparePlace {
  readonly isOpen: boolean;
  readonly before: string;
  readonly after: string;
}

/** The law as it stands, without any scenario; no scenario's id is empty. */
export const TODAY_KEY = '';
