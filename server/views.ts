import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ejs, { type Options } from 'ejs';
import { inHtml } from '../words/in-html.ts';

/** What a template is handed, by name. */
type Locals = Readonly<Record<string, unknown>>;
type Draw = (locals: Locals) => string;

/** A template, compiled for each set of names that it has been handed, and the partials that it has included. */
interface Template {
  file: string;
  byNames: Map<string, Draw>;
  partials: Map<string, Template>;
}

/** Draws templates of one folder. */
export interface Views {
  /** Takes the name of a page's template, `pages/<view>.ejs`, and what it is handed; gives HTML. Throws what the template throws. */
  page(view: string, locals: Locals): string;
}

/**
 * Takes the project's folder; gives its templates. Each is read and compiled once. A page includes up to four hundred
 * partials: EJS itself looks each of them up on the disk, copies what it is handed twice, and finds each name in a
 * `with`; here partials are found in a map and names are plain variables, which halves what a page takes.
 */
export function createViews(root: string): Views {
  const folder = join(root, 'views');
  const templates = new Map<string, Template>();

  function templateAt(file: string): Template {
    const known = templates.get(file);
    if (known) return known;
    const template: Template = { file, byNames: new Map(), partials: new Map() };
    templates.set(file, template);
    return template;
  }

  /** The template that another one means by a name such as `../partials/pips`. */
  function included(from: Template, name: string): Template {
    const known = from.partials.get(name);
    if (known) return known;
    const found = templateAt(join(dirname(from.file), `${name}.ejs`));
    from.partials.set(name, found);
    return found;
  }

  /** What a partial is handed comes before what the template around it was handed. */
  function draw(template: Template, locals: Locals): string {
    const include = (name: string, given?: Locals) =>
      draw(included(template, name), given ? { ...locals, ...given } : locals);
    return compiled(template, locals)({ ...locals, include });
  }

  return { page: (view, locals) => draw(templateAt(join(folder, 'pages', `${view}.ejs`)), locals) };
}

/** Compiled with these names as variables of its own; a name that is not handed over fails as it would in any program. */
function compiled(template: Template, locals: Locals): Draw {
  const names = Object.keys(locals);
  const key = names.join();
  const known = template.byNames.get(key);
  if (known) return known;
  const { file } = template;
  const draw = ejs.compile(readFileSync(file, 'utf8'), optionsFor(file, names)) as Draw;
  template.byNames.set(key, draw);
  return draw;
}

/**
 * `compileDebug` says in which line of a template something failed, and puts the variables into a block of their own,
 * where our `include` may stand before EJS's. The locals are our own object: there is no need for EJS to copy it.
 */
function optionsFor(filename: string, names: readonly string[]): Options & { unsafePrototypeLocals: true } {
  const destructuredLocals = [...names, 'include'];
  return {
    filename,
    _with: false,
    destructuredLocals,
    escape: inHtml,
    compileDebug: true,
    unsafePrototypeLocals: true,
  };
}
