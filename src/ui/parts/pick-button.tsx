import type { ReactNode } from 'react';
import { changeFilters } from '../../state/commands/change-filters.ts';
import { changeView } from '../../state/commands/change-view.ts';
import { openLaw } from '../../state/commands/open-law.ts';
import type { Filters } from '../../state/filters.ts';
import { NO_FILTERS } from '../../state/filters.ts';
import type { Session } from '../../state/session.ts';
import { useApply } from '../../state/use-session.ts';

/** Shows the ledger through one filter alone, whatever was filtered before. */
export function showInLedger(filters: Partial<Filters>): (session: Session) => Session {
  return (session) => changeView({ panel: 'ledger' })(openLaw(null)(changeFilters({ ...NO_FILTERS, ...filters })(session)));
}

interface Props {
  readonly filters: Partial<Filters>;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A count that opens what it counts in the ledger. */
export function PickButton({ filters, title, className = 'pick', children }: Props) {
  const apply = useApply();
  return (
    <button
      type="button"
      className={className}
      title={title}
      onClick={() => {
        apply(showInLedger(filters));
        document.querySelector<HTMLElement>('#ledger')?.focus({ preventScroll: true });
      }}
    >
      {children}
    </button>
  );
}
