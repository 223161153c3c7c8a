/** What a file is by its content. */
export type FileKind =
  | { readonly kind: 'text' | 'geojson' | 'kml' | 'zip' | 'shp' | 'workbook-legacy' | 'workbook-encrypted' }
  /** Named for the sentence that refuses it. */
  | { readonly kind: 'workbook-foreign' | 'file-kind-unsupported'; readonly format: string };

/** First bytes of files that people send by mistake. */
const SIGNATURES: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['GZIP', [0x1f, 0x8b]],
  ['SQLite/GeoPackage', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['DWG', [0x41, 0x43, 0x31, 0x30]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
];

const ZIP_FILE = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SHP_CODE = [0x00, 0x00, 0x27, 0x0a];
/** In the directory of an OLE file, names stand in UTF-16. */
const ENCRYPTED_NAME = utf16('EncryptedPackage');
const WORD_NAME = utf16('WordDocument');

/** Enough for an XML declaration, comments and the root element. */
const HEAD_BYTES = 4096;

/** Content first: a name may be wrong, and then the content still says what a file is. */
export function identify(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, ZIP_FILE) || startsWith(bytes, EMPTY_ZIP)) return { kind: 'zip' };
  if (startsWith(bytes, OLE)) return oleKind(bytes);
  if (startsWith(bytes, SHP_CODE)) return { kind: 'shp' };
  const format = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0];
  if (format !== undefined) return { kind: 'file-kind-unsupported', format };
  return textKind(headText(bytes));
}

function utf16(text: string): readonly number[] {
  return Array.from({ length: 2 * text.length }, (_, i) => (i % 2 === 0 ? text.charCodeAt(i / 2) : 0));
}

function oleKind(bytes: Uint8Array): FileKind {
  if (contains(bytes, ENCRYPTED_NAME)) return { kind: 'workbook-encrypted' };
  return contains(bytes, WORD_NAME) ? { kind: 'file-kind-unsupported', format: 'Word' } : { kind: 'workbook-legacy' };
}

function textKind(head: string): FileKind {
  if (/^\s*[{[]/u.test(head)) return { kind: 'geojson' };
  if (!/^\s*</u.test(head)) return { kind: 'text' };
  // Systems write tables as web pages and call them .xls; Excel 2003 wrote XML.
  if (/<(?:html|table|!doctype html)\b/iu.test(head)) return { kind: 'workbook-foreign', format: 'HTML' };
  if (/urn:schemas-microsoft-com:office:spreadsheet/iu.test(head)) return { kind: 'workbook-foreign', format: 'XML Spreadsheet 2003' };
  if (/<(?:\w+:)?kml\b/iu.test(head)) return { kind: 'kml' };
  return /^\s*<(?:\?xml|!|\w[\w:]*[\s>])/iu.test(head) ? { kind: 'file-kind-unsupported', format: 'XML' } : { kind: 'text' };
}

function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(head);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function contains(bytes: Uint8Array, sought: readonly number[]): boolean {
  const first = sought[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
