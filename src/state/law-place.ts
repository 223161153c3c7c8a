/** The parts of the page of the law, in the order of its tabs. */
export const LAW_TABS = ['articles', 'area', 'totals', 'sources'] as const;
export type LawTab = (typeof LAW_TABS)[number];

/** Where the reader stands on the page of the law. */
export interface LawPlace {
  readonly tab: LawTab;
  /** What is opened on it: the id of a document on `articles`, of a heat source on `sources`. */
  readonly at: string | null;
}
