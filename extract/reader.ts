import type { DealKind } from '../model/deal.ts';
import { answerOf, asks, confirms } from './frames/answers.ts';
import { asidesIn } from './frames/asides.ts';
import { type Assertion, assertionOf } from './frames/certainty.ts';
import type { Frame, FrameContext } from './frames/frame.ts';
import { FRAMES } from './frames/frame-classes.ts';
import { findFrames } from './frames/frames.ts';
import { headedKinds } from './frames/heading-kinds.ts';
import { likewise } from './frames/likewise.ts';
import { Outline, type Place } from './frames/outline.ts';
import { Records } from './frames/records.ts';
import { Discourse } from './frames/reference.ts';
import { quotesError, takesBack } from './frames/retraction.ts';
import {
  clauseBorders,
  findTriggers,
  inPlace,
  type ParsedSentence,
  type Trigger,
  verbTokens,
} from './frames/sentence.ts';
import { structure } from './frames/structure.ts';
import { isExpletive, takesTurn, turnIn } from './frames/turns.ts';
import { nameBuyers } from './frames/unnamed-buyer.ts';
import { NATIONS, SEATS } from './lexicon/epithets.ts';
import type { Language } from './lexicon/index.ts';
import { OUTSIDE_AI, PLACES } from './lexicon/names.ts';
import { kindsOf, pairCandidates, sceneOf } from './likelihood/candidates.ts';
import { featuresOf } from './likelihood/features.ts';
import type { PairCandidate, Scene } from './likelihood/scene.ts';
import { Theme } from './likelihood/theme.ts';
import type { DocumentNames } from './names/document-names.ts';
import type { Mention } from './names/mention.ts';
import { findMentions } from './names/mentions.ts';
import { isSure, type OpenName } from './names/open-names.ts';
import { canAcquire, isListedAi, tierOf } from './names/party.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Sentences after which "contributes $30 billion" is no longer about the firm last named. */
const FUNDED_REACH = 7;

/** What parts the firm that an entry of a list is about from what is told of it, and how many sentences that is. */
const LABEL_MARK = /^[–—-]$/;
const LABEL_REACH = 2;

/** True when a name is all there is, but for a place in brackets. */
function isLabel(unit: Unit, name: Mention): boolean {
  const rest = unit.tokens.slice(name.to);
  return rest.every((t) => !t.word) || (rest[0]?.text === '(' && rest.length <= 6);
}

/** "3. Salesforce joins a round": a numbered paragraph, as newsletters have, is a story of its own. */
const isEntry = (unit: Unit) => unit.part === 'text' && /^\d{1,2}[.)]\s/.test(unit.text);

/** The grammar reads the same deal from the sentence. */
const isClaimed = ({ kind, acquirer, target }: PairCandidate, frames: readonly Frame[]) =>
  frames.some((f) => f.kind === kind && f.acquirer === acquirer.name && f.target === target.name);

/** Every firm that some sentence names or means by a word of its own: "since ChatGPT" speaks of a time, and of no firm. */
const firmsSpokenOf = (scenes: readonly Scene[]) =>
  new Set(scenes.flatMap(({ targets }) => targets.flatMap((p) => (p.mention ? [p.name] : []))));

const deniedAs = (frame: Frame): Assertion => (frame.kind === 'acquisition' ? 'ended' : 'denied');

/** Reads sentence after sentence, remembering who was spoken of. */
export class Reader {
  private readonly discourse: Discourse;
  private readonly openNames: Map<string, OpenName>;
  private groups = 0;
  private readonly records = new Records();
  private paragraph = -2;
  private roundUntil = -1;
  /** Two parties named by a heading. */
  private pair: { acquirer: string; target: string; index: number } | null = null;
  /** One group and one start-up in the title: what the whole page is about. */
  private titlePair: { acquirer: string; target: string } | null = null;
  private funded: { name: string; index: number; reported: boolean; reach: number } | null = null;
  private readonly language: Language;
  private readonly names: DocumentNames;
  private readonly soleTarget: string | null;
  private readonly soleGroup: string | null;
  private toldKinds: Set<DealKind> = new Set();
  /** The deals of the last sentence that told of any. */
  private toldLast: readonly Frame[] = [];
  /** What the last sentence asked. */
  private asked: readonly Frame[] = [];
  private readonly scenes: Scene[] = [];
  /** Places of sentences that the next one takes back. */
  private readonly retracted = new Set<number>();
  private readonly outline = new Outline();

  constructor(language: Language, names: DocumentNames) {
    this.language = language;
    this.names = names;
    const { fullNames, open } = names;
    this.openNames = new Map(open.map((o) => [o.name, o]));
    const sure = open.filter((o) => isSure(o, language)).map((o) => o.name);
    const targets = [...fullNames, ...sure].filter((n) => tierOf(n) < 2 && this.isTarget(n));
    const groups = [...fullNames].filter((n) => tierOf(n) === 2);
    this.soleTarget = targets.length === 1 ? (targets[0] ?? null) : null;
    this.soleGroup = groups.length === 1 ? (groups[0] ?? null) : null;
    this.discourse = new Discourse(fullNames, this.soleTarget, (name) => {
      const known = this.openNames.get(name);
      return known === undefined || isSure(known, language);
    });
  }

  /** Reads the next sentence; adds what it may tell to the survey. */
  read(unit: Unit, survey: Survey): void {
    const s = this.parse(unit);
    if (this.isDeniedAnswer(unit, survey)) this.deny(survey);
    if (takesBack(unit.text, this.language.lexicon.language)) this.takeBack(survey);
    this.note(s.mentions, survey);
    const frames = this.frames(s);
    const kinds = s.mentions.length ? kindsOf(s, frames) : headedKinds(unit, this.language);
    this.scenes.push(this.sceneOf(s, frames, this.outline.next(s, kinds)));
    if (kinds.size) this.toldKinds = kinds;
    if (frames.length) this.toldLast = frames;
    const claims = frames.map((frame) => ({ frame, assertion: this.assertion(frame) }));
    for (const frame of frames) if (frame.kind === 'investment') this.discourse.backs(frame.acquirer, frame.target);
    this.noteFunded(s, frames);
    if (this.language.cues.roundNouns.has(unit.tokens)) this.roundUntil = unit.index + 2;
    survey.told.push({ sentence: s, claims, candidates: [] });
    if (quotesError(unit.text, this.language.lexicon.language)) this.takeBack(survey);
  }

  /** Adds what each sentence may tell beside what its grammar claims, now that the whole document is known. */
  finish(survey: Survey, most: number): void {
    nameBuyers(survey.told);
    const theme = new Theme(this.scenes);
    const spokenOf = firmsSpokenOf(this.scenes);
    let left = most;
    for (const [i, scene] of this.scenes.entries()) {
      if (this.retracted.has(i)) continue;
      const possible = pairCandidates(scene, theme).filter((c) => spokenOf.has(c.target.name));
      const candidates = left > 0 ? possible : possible.filter((c) => isClaimed(c, scene.frames));
      if (candidates.length < possible.length) survey.readTo ??= scene.sentence.unit.start;
      left -= candidates.length;
      const told = survey.told[i];
      if (told)
        told.candidates = candidates.map((candidate) => ({
          candidate,
          features: featuresOf(candidate, scene, theme, this.openNames.get(candidate.target.name)),
        }));
    }
  }

  private isDeniedAnswer(unit: Unit, survey: Survey): boolean {
    const last = survey.told.at(-1)?.sentence.unit;
    return last !== undefined && asks(last) && answerOf(unit) === 'no';
  }

  /** "Did SAP buy X?" – "No.": a purchase that is asked about and denied was talked of, and is over; nothing else is told. */
  private deny(survey: Survey): void {
    const last = survey.told.at(-1);
    if (!last || !this.asked.some((f) => f.kind === 'acquisition')) this.takeBack(survey);
    else last.claims = this.asked.map((frame) => ({ frame, assertion: deniedAs(frame) }));
    this.asked = [];
  }

  /** What the last sentence tells is denied, and it may tell of nothing else. */
  private takeBack(survey: Survey): void {
    const last = survey.told.at(-1);
    if (!last) return;
    last.claims = last.claims.map((claim) => ({ ...claim, assertion: 'denied' }));
    this.retracted.add(survey.told.length - 1);
  }

  private sceneOf(s: ParsedSentence, frames: readonly Frame[], place: Place): Scene {
    const { ambiguous } = this.names;
    const isAmbiguous = ambiguous.size > 0 && s.unit.tokens.some((t) => ambiguous.has(t.text));
    const before = { kinds: this.toldKinds, place, ambiguous: isAmbiguous };
    return sceneOf(s, frames, this.contextOf(s), before, (name) => this.mayBeTarget(name));
  }

  /** Wider than `isTarget`: what follows weighs how sure the name is. */
  private mayBeTarget(name: string): boolean {
    return isListedAi(name) || tierOf(name) === 1 || (this.openNames.has(name) && !OUTSIDE_AI.has(name.toLowerCase()));
  }

  /** A cheque in a round that is only talked of is talk as well. */
  private assertion(frame: Frame): Assertion {
    const said = assertionOf(frame);
    const talk =
      said === 'done' && frame.targetMention === null && this.funded?.name === frame.target && this.funded.reported;
    return talk ? 'reported' : said;
  }

  private parse(unit: Unit): ParsedSentence {
    const newParagraph = unit.paragraph !== this.paragraph;
    if (unit.opens && isEntry(unit)) this.forget();
    this.discourse.next(newParagraph);
    this.paragraph = unit.paragraph;
    const found = findMentions(unit, this.names.indexes, this.language, this.names.fullNames);
    const turn = turnIn(found.mentions, this.language);
    const mentions = turn ? found.mentions.filter((m) => !isExpletive(m, turn)) : found.mentions;
    const triggers = mentions.length ? findTriggers(unit, this.language) : [];
    const verbs = verbTokens(triggers);
    structure(mentions, this.language, (i) => verbs.has(i));
    this.describe(unit, mentions);
    if (turn) this.discourse.turn(turn.candidates[0]?.name ?? '');
    this.discourse.resolve(mentions);
    if (unit.part === 'title') this.titlePair = this.pairIn(mentions);
    this.noteHeading(unit, mentions);
    this.noteLabel(unit, mentions);
    return {
      unit,
      language: this.language,
      mentions,
      landmarks: found.landmarks,
      triggers: inPlace(triggers, unit, mentions, this.language),
      verbs,
      borders: clauseBorders(unit, this.language),
      asides: asidesIn(unit.tokens),
    };
  }

  /** Who was funded, and what was told of, in the story before. */
  private forget(): void {
    this.discourse.leave();
    this.funded = null;
    this.pair = null;
    this.roundUntil = -1;
    this.toldKinds = new Set();
    this.toldLast = [];
  }

  private frames(s: ParsedSentence): Frame[] {
    const context = this.contextOf(s);
    const listed = this.records.read(s, context);
    if (listed.length) return listed;
    const { asked } = this;
    this.asked = [];
    if (asks(s.unit)) {
      this.asked = s.triggers.length > 0 ? findFrames(s, context) : [];
      return [];
    }
    if (asked.length > 0 && answerOf(s.unit) === 'yes') return confirms(s, asked, context.nextGroup);
    const telling = s.triggers.length > 0 || s.unit.money.length > 0 || s.mentions.length > 1;
    const frames = telling ? findFrames(s, context) : [];
    frames.push(...likewise(s, [...this.toldLast, ...frames], context), ...takesTurn(s, this.toldLast, context));
    return !this.pair || frames.some((f) => f.kind === 'investment')
      ? frames
      : [...frames, ...this.underHeading(s, this.pair, frames)];
  }

  private contextOf(s: ParsedSentence): FrameContext {
    return {
      discourse: this.discourse,
      isTarget: (name) => this.isTarget(name),
      inRound: this.roundUntil >= s.unit.index,
      funded: this.funded && s.unit.index - this.funded.index <= this.funded.reach ? this.funded.name : null,
      partner: (acquirer) => (this.titlePair?.acquirer === acquirer ? this.titlePair.target : null),
      soleTarget: this.soleTarget,
      soleGroup: this.soleGroup,
      nextGroup: () => this.groups++,
    };
  }

  private pairIn(mentions: readonly Mention[]): { acquirer: string; target: string } | null {
    const names = new Set(mentions.flatMap((m) => (m.form === 'name' ? [m.candidates[0]?.name ?? ''] : [])));
    const groups = [...names].filter((n) => tierOf(n) === 2);
    const targets = [...names].filter((n) => tierOf(n) < 2 && this.isTarget(n));
    const [acquirer, target] = [groups[0], targets[0]];
    return groups.length === 1 && targets.length === 1 && acquirer && target ? { acquirer, target } : null;
  }

  /** "Skild AI (Pittsburgh)." and "2. Microsoft / Mistral AI" set the subject of what follows. */
  private noteHeading(unit: Unit, mentions: readonly Mention[]): void {
    if (unit.part !== 'text' || unit.tokens.length > 9 || unit.tokens.some((t) => t.text === ',')) return;
    const names = mentions.filter((m) => m.form === 'name').map((m) => m.candidates[0]?.name ?? '');
    const target = names.find((n) => tierOf(n) < 2 && this.isTarget(n));
    const first = mentions[0];
    const alone = names.length === 1 && first !== undefined && first.from <= 2 && isLabel(unit, first);
    const pair =
      names.length === 2 &&
      target !== undefined &&
      names.some((n) => n !== target && canAcquire(n)) &&
      unit.tokens.length <= 7;
    if (!target || !(alone || pair)) return;
    this.discourse.head(target);
    const other = names.find((n) => n !== target && canAcquire(n));
    this.pair = pair && other ? { acquirer: other, target, index: unit.index } : null;

    this.funded = { name: target, index: unit.index, reported: false, reach: FUNDED_REACH };
  }

  /** "• Runway – Nvidia takes part in a round": an entry of a list that opens with a firm is about that firm. */
  private noteLabel(unit: Unit, mentions: readonly Mention[]): void {
    const [first, second] = mentions;
    const mark = first && unit.tokens[first.to];
    if (unit.part !== 'text' || !unit.opens || first?.form !== 'name' || first.from > 2 || second === undefined) return;
    const name = first.candidates[0]?.name ?? '';
    const spaced = mark && LABEL_MARK.test(mark.text) && unit.tokens[first.to - 1]?.end !== mark.start;
    if (!spaced || tierOf(name) === 2 || !this.isTarget(name)) return;
    this.discourse.head(name);
    this.funded = { name, index: unit.index, reported: false, reach: LABEL_REACH };
  }

  /** "Microsoft and OpenAI" as a heading, "More than $13 billion since 2019" below it. */
  private underHeading(
    s: ParsedSentence,
    pair: { acquirer: string; target: string; index: number },
    frames: readonly Frame[],
  ): Frame[] {
    const named = s.mentions.filter((m) => m.form === 'name' || m.form === 'supply-brand');
    if (
      s.unit.index - pair.index > 2 ||
      named.some((m) => m.candidates[0]?.name !== pair.acquirer && m.candidates[0]?.name !== pair.target)
    )
      return [];
    const invests = s.triggers.some((t) => FRAMES[t.class].kind === 'investment');
    const supplies = s.triggers.some((t) => t.class === 'supply' || t.class === 'supplyDeal');
    if (s.unit.money.length === 0 || (!invests && (supplies || frames.length > 0))) return [];
    const bought = invests ? undefined : s.triggers.find((t) => t.class === 'acquire' || t.class === 'acquisition');
    const at = bought ?? s.triggers.find((t) => FRAMES[t.class].kind === 'investment');
    const spec = bought ? FRAMES.acquisition : FRAMES.injection;
    const trigger: Trigger = { class: bought ? 'acquisition' : 'injection', from: at?.from ?? 0, to: at?.to ?? 0 };
    return [
      {
        sentence: s,
        trigger,
        spec,
        kind: spec.kind,
        acquirer: pair.acquirer,
        target: pair.target,
        acquirerMention: null,
        targetMention: null,
        score: 1.3,
        group: this.groups++,
        people: null,
      },
    ];
  }

  /** Remembers which firm got money, or says that it did, so that later sentences need not name it. */
  private noteFunded(s: ParsedSentence, frames: readonly Frame[]): void {
    const frame = frames.find((f) => f.kind === 'investment') ?? frames.find((f) => f.kind === 'cloud');
    const raise = s.triggers.find(
      (t) => (t.class === 'raise' || t.class === 'round' || t.class === 'injection') && s.unit.money.length > 0,
    );
    const subject = raise ? s.mentions.find((m) => m.to <= raise.from && m.prep === null && !m.poss) : undefined;
    const name = frame?.target ?? subject?.candidates.find((c) => tierOf(c.name) < 2 && this.isTarget(c.name))?.name;
    if (!name) return;
    if (frame && frame.targetMention === null) this.discourse.touch(name);

    if (raise) this.roundUntil = Math.max(this.roundUntil, s.unit.index + 1);

    const talk = this.funded?.name === name && s.unit.index - this.funded.index <= FUNDED_REACH && this.funded.reported;
    const reported = frame ? assertionOf(frame) === 'reported' : s.language.cues.reported.has(s.unit.tokens);
    const reach = frame?.kind === 'cloud' ? 3 : FUNDED_REACH;
    this.funded = {
      name,
      index: s.unit.index,
      reach,
      reported: reported || (talk && (!frame || frame.targetMention === null)),
    };
  }

  private isTarget(name: string): boolean {
    if (isListedAi(name) || tierOf(name) === 1) return true;
    if (OUTSIDE_AI.has(name.toLowerCase())) return false;
    const open = this.openNames.get(name);
    return open !== undefined && isSure(open, this.language) && !open.other && (open.ai || this.names.aboutAi);
  }

  private note(mentions: readonly Mention[], survey: Survey): void {
    for (const m of mentions) {
      const name = m.candidates[0]?.name;
      if (
        !name ||
        m.unit.part !== 'text' ||
        m.form === 'relative' ||
        m.form === 'person' ||
        (m.candidates[0]?.weight ?? 0) < 0.6
      )
        continue;
      const { tokens, start } = m.unit;
      survey.parties.push({
        start: start + (tokens[m.from]?.start ?? 0),
        end: start + (tokens[m.to - 1]?.end ?? 0),
        name,
        group: tierOf(name) > 0,
      });
    }
  }

  /** Remembers where firms are said to be: "X of Toronto", "the French start-up X". */
  private describe(unit: Unit, mentions: readonly Mention[]): void {
    const { tokens } = unit;
    for (const m of mentions) {
      const name = m.candidates[0]?.name;
      if (m.form !== 'name' || !name || tierOf(name) === 2) continue;
      for (let i = Math.max(0, m.from - 5); i < Math.min(tokens.length, m.to + 5); i++) {
        const word = tokens[i];
        if (word && (word.lower in NATIONS || word.text in SEATS || (word.cap && PLACES.has(word.lower))))
          this.discourse.describe(name, word.lower);
      }
    }
  }
}
