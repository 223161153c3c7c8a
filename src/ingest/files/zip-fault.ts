/** Why an archive, or one of its files, is not unpacked. */
export type ZipFault =
  | { readonly code: 'zip-broken' }
  | { readonly code: 'zip-too-many-entries'; readonly limit: number }
  | { readonly code: 'zip-too-large'; readonly limitMb: number }
  | {
      readonly code:
        | 'zip-encrypted' | 'zip-method-unknown' | 'zip-overlap' | 'zip-name-unsafe' | 'zip-name-twice' | 'zip-bomb' | 'zip-entry-damaged';
      readonly entry: string;
    };
