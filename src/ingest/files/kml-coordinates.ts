/** As GeoJSON has it: longitude, latitude and, where it is not 0, the height. */
export type KmlPosition = readonly number[];

const NUMBER = /^[+-]?(?:\d{1,20}(?:\.\d{0,30})?|\.\d{1,30})(?:e[+-]?\d{1,3})?$/iu;

/**
 * The positions of a `coordinates` element: "112.5,37.8,0 112.6,37.9,0", with spaces round the commas too, as programs and
 * people write them. `null` when a position is not two or three numbers: then nobody knows where the shape runs.
 */
export function kmlPositions(text: string): readonly KmlPosition[] | null {
  const positions: KmlPosition[] = [];
  let tuple = '';
  const flush = (): boolean => {
    if (tuple === '') return true;
    const position = positionOf(tuple);
    if (position !== null) positions.push(position);
    tuple = '';
    return position !== null;
  };
  for (const word of text.split(/\s+/u)) {
    if (word === '') continue;
    const goesOn = tuple.endsWith(',') || word.startsWith(',');
    if (!goesOn && !flush()) return null;
    tuple += word;
  }
  return flush() ? positions : null;
}

function positionOf(tuple: string): KmlPosition | null {
  const words = tuple.split(',');
  if (words.length < 2 || words.length > 3 || !words.every((word) => NUMBER.test(word))) return null;
  const [lng = 0, lat = 0, height = 0] = words.map(Number);
  return height === 0 ? [lng, lat] : [lng, lat, height];
}
