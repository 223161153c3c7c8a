import { useMemo } from 'react';
import { openQuestions } from '../../state/selectors/findings.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { fieldNames } from '../parts/field-names.ts';
import { useWords } from '../parts/words.ts';

/** As many facts as a line holds. */
const NAMED = 3;

/** How many may have to close, and what is missing to be sure. Loaded apart, because the evidence needs the engine. */
export default function MayClose({ indices }: { readonly indices: readonly number[] }) {
  const { lang, w, t } = useWords();
  const ledger = useSession(ledgerOf);
  const open = useMemo(() => (ledger === null ? null : openQuestions(ledger.answer, indices)), [ledger, indices]);
  if (open === null) return null;
  const { fields, reviews } = open;
  const named = fieldNames(t, fields.slice(0, NAMED)).join(w.listSeparator);
  const lacking = fields.length > NAMED ? w.headline.lackingMost(named) : w.headline.lacking(named);
  const because = fields.length === 0 ? w.headline.reviewing : reviews === 0 ? lacking : w.headline.lackingAndReviewing(lacking);
  return <>{w.headline.mayCloseBecause(formatCount(lang, indices.length), because)}</>;
}
