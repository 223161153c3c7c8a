import type { MultiPolygon } from '../../domain/place.ts';
import { formatAreaChange } from '../../text/draw-formats.ts';
import { formatCount, number } from '../../text/formats.ts';
import type { RepairProposal } from '../../worker/import-results.ts';
import { useWords } from '../parts/words.ts';
import { areaPath, boundsOf, frameOf } from './small-map.ts';
import { useImportWords } from './use-import-words.ts';

const WIDTH_PX = 220;
const HEIGHT_PX = 150;

/** Zones whose boundary crosses itself: cut there only with the user's yes, with the picture and the change of area. */
export function RepairQuestion({ zones, onAnswer }: { readonly zones: readonly RepairProposal[]; readonly onAnswer: (repair: boolean) => void }) {
  const { lang } = useWords();
  const words = useImportWords().repair;
  return (
    <section className="import-part">
      <h4>{words.title}</h4>
      <p className="hint">{words.hint}</p>
      <ul className="repairs">
        {zones.map((zone, k) => (
          <Repair key={k} zone={zone} />
        ))}
      </ul>
      <p className="import-acts">
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            onAnswer(true);
          }}
        >
          {words.all(formatCount(lang, zones.length))}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onAnswer(false);
          }}
        >
          {words.no}
        </button>
      </p>
    </section>
  );
}

function Repair({ zone: { zone, before, after, areaBeforeM2, areaAfterM2 } }: { readonly zone: RepairProposal }) {
  const { lang } = useWords();
  const words = useImportWords().repair;
  const areaText = (squareMetres: number): string => words.squareKm(number(lang, squareMetres / 1e6, 3));
  return (
    <li className="repair">
      <h5>{zone}</h5>
      <div className="repair-pictures">
        <Picture label={words.before} polygons={before} around={before} className="repair-before" />
        <Picture label={words.after} polygons={after} around={before} className="repair-after" />
      </div>
      <p>{words.area(areaText(areaBeforeM2), areaText(areaAfterM2), formatAreaChange(lang, areaAfterM2 - areaBeforeM2))}</p>
    </li>
  );
}

interface PictureProps {
  readonly label: string;
  readonly polygons: MultiPolygon;
  /** Both pictures show the same place. */
  readonly around: MultiPolygon;
  readonly className: string;
}

function Picture({ label, polygons, around, className }: PictureProps) {
  const bounds = boundsOf(around.flat(2));
  if (bounds === null) return null;
  const frame = frameOf(bounds, WIDTH_PX, HEIGHT_PX, { marginPx: 12 });
  return (
    <figure>
      <svg className="small-map" viewBox={`0 0 ${String(WIDTH_PX)} ${String(HEIGHT_PX)}`} role="img" aria-label={label}>
        <path className={className} d={areaPath(polygons, frame)} />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
