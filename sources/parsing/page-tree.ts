import { type ChildNode, type Document, DomHandler, type Element, isTag } from 'domhandler';
import { Parser } from 'htmlparser2';
import { createMeter } from './scan.ts';

/** The tree of a page, built and measured in one pass: what is too deep or too large is never built to its end. */

/** Takes HTML; gives its tree. Throws Unreadable when it is too deep or has too many tags. */
export function parsePage(html: string): Document {
  const meter = createMeter();
  const handler = new DomHandler(null, { withStartIndices: false, withEndIndices: false });
  const parser = new Parser(
    {
      onparserinit: (own) => handler.onparserinit(own),
      onopentagname: meter.tag,
      onattribute: meter.attribute,
      onopentag(name, attributes) {
        meter.open();
        handler.onopentag(name, attributes);
      },
      onclosetag(_name, isImplied) {
        meter.close(isImplied);
        handler.onclosetag();
      },
      ontext: (text) => handler.ontext(text),
      onend: () => handler.onend(),
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  parser.end(html);
  return handler.root;
}

/** The elements among the children of a node. */
export function elementsOf(node: { children: readonly ChildNode[] }): Element[] {
  return node.children.filter(isTag);
}

/** The ancestors of an element, its parent first. */
export function* ancestorsOf(element: ChildNode): Generator<Element> {
  for (let at = element.parent; at && isTag(at as ChildNode); at = at.parent) yield at as Element;
}

/** Class names and id of an element, as one text of lower case. */
export function namesOf({ attribs }: Element): string {
  return `${attribs.class ?? ''} ${attribs.id ?? ''}`.toLowerCase();
}
