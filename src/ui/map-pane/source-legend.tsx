import type { ReachLook } from '../../map/layers/reach.ts';
import { PALETTE } from '../../map/palette.ts';
import { useSession } from '../../state/use-session.ts';
import { useTheme } from '../parts/use-theme.ts';
import { useMedia } from '../parts/use-media.ts';
import { useWords } from '../parts/words.ts';

const LOOKS: readonly ReachLook[] = ['sure', 'open', 'idle'];

/** How the map draws the reach of a heat source, and what that means for the verdicts. */
export function SourceLegend() {
  const { w } = useWords();
  // On a small map an open legend covers the names of counties.
  const small = useMedia('(max-width: 1199px)');
  const shown = useSession(({ view, city }) => (view.layers.reach || view.layers.heatSources) && city.kind === 'ready' && city.city.project.heatSources.length > 0);
  if (!shown) return null;
  return (
    <details className="source-legend" open={!small}>
      <summary>{w.sourceLegend.title}</summary>
      <ul>
        {LOOKS.map((look) => (
          <li key={look}>
            <ReachSwatch look={look} />
            {w.sourceLegend[look]}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A piece of a ring with the badge of its source. */
export function ReachSwatch({ look }: { readonly look: ReachLook }) {
  const { reach, reachFaint, labelHalo } = PALETTE[useTheme()];
  const ink = look === 'idle' ? reachFaint : reach;
  return (
    <svg className="swatch" width="36" height="18" viewBox="0 0 36 18" aria-hidden="true">
      <path d="M1 16A20 20 0 0 1 20 3.5" fill="none" stroke={ink} strokeWidth={look === 'sure' ? 2 : 1.4} strokeDasharray={look === 'sure' ? undefined : look === 'open' ? '5 3' : '1.5 4'} />
      <circle cx="27" cy="9" r="7" fill={look === 'sure' ? ink : labelHalo} stroke={ink} strokeWidth="1.4" strokeDasharray={look === 'open' ? '2.6 1.8' : undefined} />
      {look === 'open' ? (
        <text x="27" y="13" textAnchor="middle" fontSize="11" fontWeight="700" fill={ink}>
          ?
        </text>
      ) : (
        <path d="M27 4.5c.5 1.6 2.4 2.4 2.4 4.5a2.4 2.4 0 0 1-4.800 0c0-1.1.7-1.6 1-2.4.5.2.8.5 1 .8.3-.9.4-1.900.4-2.900Z" fill={look === 'sure' ? labelHalo : ink} />
      )}
      {look === 'idle' && <path d="M22.5 13.5 31.5 4.5" stroke={ink} strokeWidth="1.4" />}
    </svg>
  );
}
