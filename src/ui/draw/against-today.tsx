import { againstTodayOf } from '../../state/selectors/draft-effects.ts';
import { useSession } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { CoverLine } from './cover-line.tsx';
import { tphText } from './tally-text.ts';

/** Whom the open scenario newly hits and whom it lets go, against today's law; it follows an outline while it is dragged. */
export function AgainstToday() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const against = useSession(againstTodayOf);
  const isComparing = useSession(({ run }) => run.kind === 'running');
  if (against === null) return isComparing ? <p className="hint">{w.comparing}</p> : null;
  const { newlyAffected, released, dutyChanged, deadlineMoved, certaintyChanged } = against.byChange;
  const others = dutyChanged.count + deadlineMoved.count + certaintyChanged.count;
  const lines = [
    ...(newlyAffected.count > 0 ? [{ mark: 'enters', text: w.gained(formatCount(lang, newlyAffected.count), tphText(lang, newlyAffected)) }] : []),
    ...(released.count > 0 ? [{ mark: 'leaves', text: w.released(formatCount(lang, released.count), tphText(lang, released)) }] : []),
    ...(others > 0 ? [{ mark: 'changes', text: w.changedDuty(formatCount(lang, others)) }] : []),
  ];
  return (
    <section className="draft-against" aria-label={w.againstToday} aria-live="polite">
      <h3>{w.againstToday}</h3>
      {lines.length === 0 ? <p className="hint">{w.compareNone}</p> : lines.map(({ mark, text }) => <p key={mark} className={`draft-change draft-change-${mark}`}>{text}</p>)}
      <CoverLine />
    </section>
  );
}
