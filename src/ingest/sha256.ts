import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 as lower-case hex. Not `crypto.subtle`: browsers offer that only in a secure context, and offices serve this
 * page over plain http on their own network; besides, it is asynchronous, and reading is not.
 */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The same by the browser's own code, some ten times faster, where it is allowed. */
export async function digestHex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (typeof crypto === 'undefined' || !('subtle' in crypto)) return sha256Hex(bytes);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
