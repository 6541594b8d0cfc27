import type { Migration } from 'kysely';
import * as firstTables from './001-first-tables.ts';
import * as cases from './002-cases.ts';
import * as figures from './003-figures.ts';
import * as judgement from './004-judgement.ts';
import * as workbench from './005-workbench.ts';
import * as goingOut from './006-going-out.ts';
import * as people from './007-people.ts';
import * as silence from './008-silence.ts';
import * as standingDocuments from './009-standing-documents.ts';
import * as secondLook from './010-second-look.ts';
import * as outbound from './011-outbound.ts';
import * as pageChecks from './012-page-checks.ts';
import * as touchedPairs from './013-touched-pairs.ts';
import * as namesAndBands from './014-names-and-bands.ts';
import * as queueColumns from './015-queue-columns.ts';
import * as earlierReadings from './016-earlier-readings.ts';
import * as gapsOfLists from './017-gaps-of-lists.ts';
import * as languageOfAPerson from './021-language-of-a-person.ts';
import * as factsInOrder from './022-facts-in-order.ts';
import * as tableChanges from './023-table-changes.ts';
import * as returnedMails from './024-returned-mails.ts';
import * as partsOfNames from './028-parts-of-names.ts';
import * as sumsByCompany from './028-sums-by-company.ts';
import * as allOfAPairTouches from './030-all-of-a-pair-touches.ts';

/** Every step, in order. A step that has shipped is frozen: a change is a new one. */
export const migrations: Record<string, Migration> = {
  '001-first-tables': firstTables,
  '002-cases': cases,
  '003-figures': figures,
  '004-judgement': judgement,
  '005-workbench': workbench,
  '006-going-out': goingOut,
  '007-people': people,
  '008-silence': silence,
  '009-standing-documents': standingDocuments,
  '010-second-look': secondLook,
  '011-outbound': outbound,
  '012-page-checks': pageChecks,
  '013-touched-pairs': touchedPairs,
  '014-names-and-bands': namesAndBands,
  '015-queue-columns': queueColumns,
  '016-earlier-readings': earlierReadings,
  '017-gaps-of-lists': gapsOfLists,
  '021-language-of-a-person': languageOfAPerson,
  '022-facts-in-order': factsInOrder,
  '023-table-changes': tableChanges,
  '024-returned-mails': returnedMails,
  '028-parts-of-names': partsOfNames,
  '028-sums-by-company': sumsByCompany,
  '030-all-of-a-pair-touches': allOfAPairTouches,
};
