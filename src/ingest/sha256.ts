import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 as lower-case hex. Not `crypto.subtle`: browsers offer that only in a secure context, and offices serve this
 * page over plain http on their own network; besides, it is asynchronous, and reading is not.
 */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
