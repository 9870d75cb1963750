import sax, { type QualifiedTag } from 'sax';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { ReadFault } from './fault.ts';

/** Deeper nesting is no document a program of an office writes. */
const MOST_DEPTH = 1000;

/** An element where it begins. Names are without prefix, which a file may choose as it likes. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** The value of an attribute, whatever its prefix; undefined where there is none. */
  attribute(name: string): string | undefined;
}

/** What a reader of a document wants to hear. */
export interface XmlListener {
  open(element: XmlElement): void;
  close(): void;
  text?(text: string): void;
}

/** Ends the parsing; carries nothing, since a foreign file is only ever damaged. */
class XmlFault extends Error {}

function refuse(): never {
  throw new XmlFault();
}

/**
 * Parses a foreign document, element by element, nothing kept. A document type declaration is refused: no office
 * writes one, and entities that multiply live there.
 * @returns `damaged` where it is no well-formed document
 */
export function parseXml(xml: string, listener: XmlListener): Result<null, ReadFault> {
  const parser = sax.parser(true, { xmlns: true, position: false });
  let depth = 0;
  parser.onerror = refuse;
  parser.ondoctype = refuse;
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > MOST_DEPTH || !('local' in tag)) refuse();
    listener.open({
      namespace: tag.uri,
      name: tag.local,
      attribute: (name) => attributeOf(tag, name),
    });
  };
  parser.onclosetag = () => {
    depth -= 1;
    listener.close();
  };
  parser.ontext = (text) => listener.text?.(text);
  parser.oncdata = (text) => listener.text?.(text);
  try {
    parser.write(xml).close();
    return ok(null);
  } catch (error) {
    if (error instanceof XmlFault) return err({ kind: 'damaged' });
    throw error;
  }
}

function attributeOf(tag: QualifiedTag, name: string): string | undefined {
  for (const attribute of Object.values(tag.attributes)) if (attribute.local === name) return attribute.value;
  return undefined;
}
