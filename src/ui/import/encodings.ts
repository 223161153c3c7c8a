import type { Encoding } from '../../ingest/decode.ts';

/** Encodings by the names that programs show. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

export function isEncoding(name: string): name is Encoding {
  return Object.hasOwn(ENCODING_NAMES, name);
}
