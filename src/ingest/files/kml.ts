import { failed, ok, type Result } from '../../base/result.ts';
import type { Feature } from '../geojson.ts';
import { named } from './attributes.ts';
import type { FileFault } from './file-fault.ts';
import { kmlPositions, type KmlPosition } from './kml-coordinates.ts';
import { encodingNamed, textIn } from './text-of.ts';
import { openXmlScanner, xmlAttributes } from './xml-scan.ts';

/** What a KML file says. */
export interface KmlContent {
  readonly features: readonly Feature[];
  readonly encoding: string;
  readonly remarks: readonly FileFault[];
}

/** A shape as GeoJSON; `coordinates` is text where the file's numbers can't be read, so that the fault stays visible. */
interface Shape {
  readonly type: string;
  readonly coordinates: unknown;
}

const MAX_PLACEMARKS = 1_000_000;
const STEP_CHARS = 1024 * 1024;

const MULTI: Readonly<Record<string, string>> = { Point: 'MultiPoint', LineString: 'MultiLineString', Polygon: 'MultiPolygon' };
const UNSUPPORTED: ReadonlySet<string> = new Set(['Model', 'Track', 'MultiTrack', 'GroundOverlay', 'PhotoOverlay', 'ScreenOverlay', 'Tour']);
const LINKS: ReadonlySet<string> = new Set(['NetworkLink', 'NetworkLinkControl']);
/** What a placemark is called in lists; its folders stand in a column of their own, as they often say what kind of zone it is. */
const [NAME, DESCRIPTION, FOLDER] = ['name', 'description', 'Folder'] as const;

/** The placemarks of a KML file (OGC 12-007r2). Links are counted and never followed. `entry` is what sentences call the file. */
export function readKml(entry: string, bytes: Uint8Array): Result<KmlContent, FileFault> {
  const decoded = decode(bytes);
  if (decoded === null) return failed([{ code: 'xml-malformed', entry }]);

  const path: string[] = [];
  const roots: string[] = [];
  let folders: readonly string[] = [];
  // Made anew only when a folder changes: a million placemarks share one text.
  let place = '';
  const features: Feature[] = [];
  const unsupported = new Map<string, number>();
  let links = 0;
  let placemark: Placemark | null = null;
  let text: string[] | null = null;
  let data = '';

  function setFolders(names: readonly string[]): void {
    folders = names;
    place = names.filter((name) => name !== '').join('/');
  }

  function open(name: string, attributes: string): void {
    const parent = path.at(-1);
    if (parent === undefined) roots.push(name);
    path.push(name);
    text = null;
    if (name === 'Folder') setFolders([...folders, '']);
    else if (name === 'Placemark') placemark = openPlacemark(xmlAttributes(attributes).get('id') ?? null, place);
    else if (LINKS.has(name)) links += 1;
    else if (UNSUPPORTED.has(name)) unsupported.set(name, (unsupported.get(name) ?? 0) + 1);
    else if (name === 'Polygon') placemark?.rings.splice(0);
    else if (name === 'Data' || name === 'SimpleData') data = xmlAttributes(attributes).get('name') ?? '';
    if (isRead(name, parent)) text = [];
  }

  function close(name: string): void {
    path.pop();
    const parent = path.at(-1);
    const read = text?.join('') ?? '';
    const wasRead = text !== null;
    text = null;
    if (name === 'Folder') setFolders(folders.slice(0, -1));
    else if (name === 'name' && parent === 'Folder' && wasRead) setFolders([...folders.slice(0, -1), read.trim()]);
    else if (name === 'Placemark' && placemark !== null) {
      features.push(toFeature(placemark, features.length + 1));
      placemark = null;
    } else if (placemark !== null) closeWithin(placemark, name, parent ?? '', wasRead ? read : null);
  }

  function closeWithin(mark: Placemark, name: string, parent: string, read: string | null): void {
    if (name === 'coordinates' && read !== null) mark.positions = read;
    else if (name === 'Point') mark.shapes.push(pointOf(mark.positions));
    else if (name === 'LineString' || (name === 'LinearRing' && !parent.endsWith('BoundaryIs'))) mark.shapes.push(lineOf(mark.positions));
    else if (name === 'LinearRing') mark.rings.push(kmlPositions(mark.positions) ?? mark.positions);
    else if (name === 'Polygon') mark.shapes.push({ type: 'Polygon', coordinates: [...mark.rings] });
    else if (read !== null && (name === 'value' || name === 'SimpleData')) mark.data.push([data, read.trim()]);
    else if (read !== null && parent === 'Placemark' && read.trim() !== '') {
      (name === 'name' ? mark.names : mark.descriptions).push([name === 'name' ? NAME : DESCRIPTION, read.trim()]);
    }
    if (name === 'Point' || name === 'LineString' || name === 'LinearRing') mark.positions = '';
  }

  const scanner = openXmlScanner({
    open,
    close,
    text: (piece) => text?.push(piece),
  });
  for (let at = 0; at < decoded.text.length && features.length <= MAX_PLACEMARKS; at += STEP_CHARS) {
    if (scanner.write(decoded.text.slice(at, at + STEP_CHARS)) !== null) break;
  }
  if (features.length > MAX_PLACEMARKS) return failed([{ code: 'too-many-items', entry, limit: MAX_PLACEMARKS }]);
  const fault = scanner.end();
  if (fault !== null) return failed([{ code: fault, entry }]);
  const [root = ''] = roots;
  if (root !== 'kml') return failed([{ code: 'kml-expected', entry, found: root }]);

  const remarks: FileFault[] = [];
  if (links > 0) remarks.push({ code: 'kml-network-link', entry, count: links });
  if (unsupported.size > 0) {
    const count = [...unsupported.values()].reduce((sum, n) => sum + n, 0);
    remarks.push({ code: 'kml-geometry-unsupported', entry, types: [...unsupported.keys()].join(', '), count });
  }
  return ok({ features, encoding: decoded.encoding, remarks });
}

interface Placemark {
  readonly id: string | null;
  readonly folder: string;
  readonly names: [string, string][];
  readonly descriptions: [string, string][];
  readonly data: [string, string][];
  readonly shapes: Shape[];
  /** The rings of the polygon that is open; text for one that can't be read. */
  readonly rings: (readonly KmlPosition[] | string)[];
  /** The text of the last `coordinates`. */
  positions: string;
}

function openPlacemark(id: string | null, folder: string): Placemark {
  return { id, folder, names: [], descriptions: [], data: [], shapes: [], rings: [], positions: '' };
}

/** Whether the text of an element is kept. */
function isRead(name: string, parent: string | undefined): boolean {
  if (name === 'name') return parent === 'Placemark' || parent === 'Folder';
  return name === 'coordinates' || name === 'SimpleData' || (name === 'value' && parent === 'Data') || (name === 'description' && parent === 'Placemark');
}

function pointOf(text: string): Shape {
  const positions = kmlPositions(text);
  return { type: 'Point', coordinates: positions?.length === 1 ? positions[0] : text.trim() };
}

function lineOf(text: string): Shape {
  return { type: 'LineString', coordinates: kmlPositions(text) ?? text.trim() };
}

function toFeature({ id, folder, names, descriptions, data, shapes }: Placemark, number: number): Feature {
  const place = folder === '' ? [] : [[FOLDER, folder] as const];
  return { number, id, attributes: named([...names, ...data, ...descriptions, ...place]), cut: [], geometry: joined(shapes) };
}

/** The shapes of a placemark as one geometry, however they were nested. */
function joined(shapes: readonly Shape[]): unknown {
  const [first] = shapes;
  if (first === undefined) return null;
  if (shapes.length === 1) return first;
  const multi = MULTI[first.type];
  if (multi !== undefined && shapes.every(({ type }) => type === first.type)) {
    return { type: multi, coordinates: shapes.map(({ coordinates }) => coordinates) };
  }
  return { type: 'GeometryCollection', geometries: shapes };
}

/** As the declaration says; without one UTF-8, or else what Chinese programs write. */
function decode(bytes: Uint8Array): ReturnType<typeof textIn> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textIn(bytes, ['utf-16le']);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return textIn(bytes, ['utf-16be']);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const stated = encodingNamed(/^[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/iu.exec(head)?.[1] ?? '');
  return textIn(bytes, [...(stated === null ? [] : [stated]), 'utf-8', 'gb18030']);
}
