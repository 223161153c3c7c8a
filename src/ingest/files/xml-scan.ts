/** Where the scanner reports to. Names come without their prefix; text may come in pieces. */
export interface XmlHandler {
  /** `attributes` is the raw text of the tag, for `xmlAttributes`: most tags are never asked for theirs. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** Whether the rest need not be read. */
  readonly done?: () => boolean;
}

export type XmlFault = 'xml-malformed' | 'xml-doctype' | 'xml-too-deep';

export interface XmlScanner {
  /** Reads on; a fault is final. */
  readonly write: (text: string) => XmlFault | null;
  /** Whether all that was opened is closed. */
  readonly end: () => XmlFault | null;
}

/** Far beyond any tag or CDATA section of a real file. */
const MAX_MARKUP_CHARS = 4 * 1024 * 1024;
/** A KML nests some dozens of folders at most. */
const MAX_DEPTH = 256;
const SPACE = /\s/u;
/** The longest reference that we know: `&#x10FFFF;`. */
const MAX_REFERENCE_CHARS = 12;

const [BANG, SLASH, QUESTION, DOUBLE, SINGLE, END] = ['!', '/', '?', '"', "'", '>'].map((char) => char.charCodeAt(0));

/**
 * Reads XML piece by piece in constant memory. A document type is refused, and with it every entity but the five that
 * XML itself knows: nothing is expanded, nothing outside the text is looked up.
 */
export function openXmlScanner({ open, close, text }: XmlHandler): XmlScanner {
  const path: string[] = [];
  let rest = '';
  let fault: XmlFault | null = null;
  let isRooted = false;
  const found = (): XmlFault | null => fault;

  function write(more: string): XmlFault | null {
    if (fault !== null) return fault;
    const buffer = rest === '' ? more : rest + more;
    let at = 0;
    for (;;) {
      const tag = buffer.indexOf('<', at);
      const textEnd = tag < 0 ? buffer.length - openReference(buffer, at) : tag;
      if (textEnd > at && path.length > 0) text(plainText(buffer.slice(at, textEnd)));
      at = textEnd;
      if (tag < 0) break;
      const next = markup(buffer, tag);
      if (next === null || found() !== null) break;
      at = next;
    }
    rest = buffer.slice(at);
    if (rest.length > MAX_MARKUP_CHARS) fault ??= 'xml-malformed';
    return found();
  }

  /** Reads one tag, comment or section; gives where it ends, or `null` when it goes on in the next piece. */
  function markup(buffer: string, at: number): number | null {
    switch (buffer.charCodeAt(at + 1)) {
      case BANG:
        return declaration(buffer, at);
      case QUESTION:
        return after(buffer, '?>', at);
      case SLASH: {
        const end = buffer.indexOf('>', at);
        if (end < 0) return null;
        const name = localName(buffer.slice(at + 2, end).trimEnd());
        if (path.pop() === name) close(name);
        else fault = 'xml-malformed';
        return end + 1;
      }
      default:
        return start(buffer, at);
    }
  }

  function start(buffer: string, at: number): number | null {
    const end = tagEnd(buffer, at);
    if (end < 0) return null;
    const isEmpty = buffer.charCodeAt(end - 1) === SLASH;
    const inner = buffer.slice(at + 1, isEmpty ? end - 1 : end);
    const gap = inner.search(SPACE);
    const name = localName(gap < 0 ? inner : inner.slice(0, gap));
    if (name === '' || (path.length === 0 && isRooted)) fault = 'xml-malformed';
    else if (path.length >= MAX_DEPTH) fault = 'xml-too-deep';
    if (fault !== null) return null;
    isRooted = true;
    open(name, gap < 0 ? '' : inner.slice(gap));
    if (isEmpty) close(name);
    else path.push(name);
    return end + 1;
  }

  function declaration(buffer: string, at: number): number | null {
    const head = buffer.slice(at, at + 9);
    if (head.startsWith('<!--')) return after(buffer, '-->', at + 4);
    if (head === '<![CDATA[') {
      const end = after(buffer, ']]>', at);
      if (end !== null && path.length > 0) text(buffer.slice(at + 9, end - 3));
      return end;
    }
    if ('<![CDATA['.startsWith(head) || '<!--'.startsWith(head)) return null;
    fault = /^<!d/iu.test(head) ? 'xml-doctype' : 'xml-malformed';
    return null;
  }

  function end(): XmlFault | null {
    if (fault === null && (path.length > 0 || !isRooted || rest.trim() !== '')) fault = 'xml-malformed';
    return fault;
  }

  return { write, end };
}

function after(buffer: string, mark: string, from: number): number | null {
  const at = buffer.indexOf(mark, from);
  return at < 0 ? null : at + mark.length;
}

/** The `>` that ends a tag, past those within quotes; -1 when it is not there yet. */
function tagEnd(buffer: string, at: number): number {
  let quote = 0;
  for (let i = at; i < buffer.length; i++) {
    const char = buffer.charCodeAt(i);
    if (quote !== 0) quote = char === quote ? 0 : quote;
    else if (char === DOUBLE || char === SINGLE) quote = char;
    else if (char === END) return i;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** How many characters at the end may be a reference that goes on in the next piece. */
function openReference(buffer: string, from: number): number {
  const at = buffer.lastIndexOf('&');
  const length = buffer.length - at;
  return at < from || length > MAX_REFERENCE_CHARS || buffer.includes(';', at) ? 0 : length;
}

const KNOWN: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);

/** Replaces the five references that XML knows, and numbered characters; any other stays as it is written. */
function plainText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return KNOWN.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** The attributes of a tag by their names without prefix; of two alike the first. Linear: a pattern would try every start again. */
export function xmlAttributes(raw: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) return found;
    let open = equals + 1;
    while (SPACE.test(raw.charAt(open))) open += 1;
    const quote = raw.charAt(open);
    const close = quote === '"' || quote === "'" ? raw.indexOf(quote, open + 1) : -1;
    if (close < 0) return found;
    const name = localName(raw.slice(at, equals).trim());
    if (!found.has(name)) found.set(name, plainText(raw.slice(open + 1, close)));
    at = close + 1;
  }
}
