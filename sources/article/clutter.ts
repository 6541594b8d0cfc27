import type { Element } from 'domhandler';
import { ancestorsOf, namesOf } from '../parsing/page-tree.ts';
import { weightOfNames } from './around.ts';
import { linkShare, type Measure } from './measure.ts';

/** What stands between the paragraphs of an article and is not of it: forms, lists of links, boxes. */

const NEVER = new Set(['aside', 'footer', 'fieldset', 'object', 'embed', 'iframe']);
const BOX = /^(div|section|table|ul|ol|dl|form|header)$/;
const SHARING = /share|sharing|social|follow-us/;
const MOST_COMMAS = 10;
const LABEL = /^h[1-6]$/;

/** True when an element of an article, measured without its own clutter, is clutter itself. */
export function isClutter(element: Element, measure: Measure): boolean {
  const { name } = element;
  if (NEVER.has(name)) return true;
  const weight = weightOfNames(element);
  if ((name === 'h1' || name === 'h2') && weight < 0) return true;
  if (measure.prose === 0 && measure.text < 300 && SHARING.test(namesOf(element))) return true;
  if (!BOX.test(name) || measure.hasData || isInTable(element)) return false;
  if (weight < 0) return true;
  return measure.commas < MOST_COMMAS && hasShapeOfClutter(element, measure, weight);
}

function isInTable(element: Element): boolean {
  for (const { name } of ancestorsOf(element)) {
    if (name === 'table' || name === 'pre' || name === 'code') return true;
  }
  return false;
}

function hasShapeOfClutter(element: Element, m: Measure, weight: number): boolean {
  const isList = element.name === 'ul' || element.name === 'ol' || (m.text > 0 && m.listed / m.text > 0.9);
  const links = linkShare(m);
  if (m.pictures > 1 && m.paragraphs / m.pictures < 0.5 && m.text < 200) return true;
  if (!isList && m.items > m.paragraphs && m.items > 5 && links > 0.2) return true;
  if (m.inputs > Math.floor(m.paragraphs / 3)) return true;
  if (!isList && m.text < 25 && m.pictures !== 1 && m.pictures !== 2 && links > 0 && m.headings / m.text < 0.9)
    return true;
  if (isList && links > 0.5 && m.items > 2) return true;
  if (!isList && weight < 25 && links > 0.2 && !isLabelled(element)) return true;
  return weight >= 25 && links > 0.5;
}

/** A heading that is a link is still a heading. */
function isLabelled(element: Element): boolean {
  return element.children.some((child) => 'name' in child && LABEL.test(child.name)) && element.children.length <= 3;
}
