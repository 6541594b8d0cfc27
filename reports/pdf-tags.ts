import { createRequire } from 'node:module';

/** What an element is to a screen reader: names of ISO 32000-1, 14.8.4. */
export type TagName =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Figure'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Link';

/**
 * The place of a text or picture in the tree that screen readers follow. Elements come into being when something of
 * theirs is first drawn, which is in reading order.
 */
export interface Tag {
  name: TagName;
  parent: Tag | null;
  /** What a picture shows, in words. */
  alt?: string;
  element?: Element;
  /** The page on which it was first drawn. */
  page?: object;
}

/** What is used of pdfkit's structure elements. */
interface Element {
  add(child: unknown): Element;
  end(): void;
}

interface PdfDocument {
  page: object;
  _currentStructureElement?: Element | null;
  struct(name: string, options: object): Element;
  addStructure(element: Element): void;
  markContent(name: string, options?: object): void;
  markStructureContent(name: string): unknown;
  endMarkedContent(): void;
  text(words: string, x: number, y: number, options: { link?: unknown; goTo?: unknown }): unknown;
}

type Drawn = { tag?: Tag };
interface Renderer {
  pdfDocument: PdfDocument;
}
type Draw = (this: Renderer, item: Drawn, ...rest: unknown[]) => void;

const require = createRequire(import.meta.url);
let isTaught = false;

/**
 * Teaches pdfmake, which lays out pages but tags nothing, to mark what it draws with pdfkit's structure elements: each
 * line and picture whose node has a `tag` belongs to that element, a link in it to an element of its own, and everything
 * else (rules, bullets, page feet, table heads that come again) is an artifact that screen readers pass over.
 */
export function teachTags(): void {
  if (isTaught) return;
  isTaught = true;
  const layout = require('pdfmake/js/LayoutBuilder.js').default.prototype as {
    buildNextLine(node: Drawn): Drawn | null;
  };
  const build = layout.buildNextLine;
  layout.buildNextLine = function (node) {
    const line = build.call(this, node);
    if (line && node.tag) line.tag = node.tag;
    return line;
  };
  const renderer = require('pdfmake/js/Renderer.js').default.prototype as Record<string, Draw>;
  for (const name of ['renderLine', 'renderSVG', 'renderImage', 'renderVector']) {
    const draw = renderer[name] as Draw;
    renderer[name] = function (item, ...rest) {
      const tag = item.tag && !isRepeated(item.tag, this.pdfDocument) ? item.tag : null;
      if (!tag) return asArtifact(this.pdfDocument, () => draw.call(this, item, ...rest));
      const whole = () => draw.call(this, item, ...rest);
      if (name === 'renderLine') inPieces(this.pdfDocument, tag, whole);
      else asContent(this.pdfDocument, elementOf(tag, this.pdfDocument), tag.name, whole);
    };
  }
}

/** The head of a table comes again on each page: once read is enough. */
function isRepeated(tag: Tag, document: PdfDocument): boolean {
  return tag.name === 'TH' && tag.page !== undefined && tag.page !== document.page;
}

function elementOf(tag: Tag, document: PdfDocument): Element {
  if (tag.element) return tag.element;
  const scope = tag.name === 'TH' ? { scope: 'Column' } : {};
  tag.element = document.struct(tag.name, { ...(tag.alt ? { alt: tag.alt } : {}), ...scope });
  tag.page = document.page;
  if (tag.parent) elementOf(tag.parent, document).add(tag.element);
  else document.addStructure(tag.element);
  return tag.element;
}

function asArtifact(document: PdfDocument, draw: () => void): void {
  document.markContent('Artifact');
  draw();
  document.endMarkedContent();
}

function asContent(document: PdfDocument, element: Element, name: TagName, draw: () => void): void {
  element.add(document.markStructureContent(name));
  draw();
  document.endMarkedContent();
}

/** A line is drawn word by word: words that lead somewhere are marked apart from those around them. */
function inPieces(document: PdfDocument, tag: Tag, draw: () => void): void {
  const element = elementOf(tag, document);
  const write = document.text;
  let isOpen = false;
  const close = () => {
    if (isOpen) document.endMarkedContent();
    isOpen = false;
  };
  document.text = function (words, x, y, options) {
    if (options.link || options.goTo) {
      close();
      return asLink(document, element, () => write.call(this, words, x, y, options));
    }
    if (!isOpen) element.add(document.markStructureContent(tag.name));
    isOpen = true;
    return write.call(this, words, x, y, options);
  };
  try {
    draw();
  } finally {
    close();
    document.text = write;
  }
}

function asLink(document: PdfDocument, parent: Element, draw: () => unknown): void {
  const link = document.struct('Link', {});
  parent.add(link);
  // pdfkit ties the annotation that it makes for the link to this element.
  document._currentStructureElement = link;
  asContent(document, link, 'Link', draw);
  document._currentStructureElement = null;
  link.end();
}
