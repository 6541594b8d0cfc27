import type { PageData } from '../page-data.ts';
import { capexTable } from '../pages/capex.ts';
import { companiesTable } from '../pages/companies.ts';
import { concentrationTable } from '../pages/concentration.ts';
import { deadlinesTable } from '../pages/deadlines.ts';
import { dealsCsv } from '../pages/deals-csv.ts';
import { flagsCsv } from '../pages/flags-csv.ts';
import { flagsJson } from '../pages/flags-json.ts';
import { gapsTable } from '../pages/gaps.ts';
import { mapTable } from '../pages/map.ts';
import { qualityJson } from '../pages/quality.ts';
import { rereadingsJson } from '../pages/rereading-list.ts';
import { scrutinyTable } from '../pages/scrutiny-table.ts';
import {
  casesTable,
  documentsTable,
  namesTable,
  screensTable,
  sharesTable,
  sourcesTable,
  suppressionsTable,
} from './kept-tables.ts';
import { dealsTable, qualityTable, rereadingsTable, searchTable, storiesTable, todayTable } from './told-tables.ts';

/** Every page whose data can be had as JSON and CSV: routes, and the links at the foot of those pages, are made of this. */
export const pageData: readonly PageData[] = [
  { page: '/', table: todayTable },
  { page: '/flags', json: flagsJson, csv: flagsCsv },
  { page: '/deals', table: dealsTable, csv: dealsCsv },
  { page: '/companies', table: companiesTable },
  { page: '/concentration', table: concentrationTable },
  { page: '/scrutiny', table: scrutinyTable },
  { page: '/gaps', table: gapsTable },
  { page: '/deadlines', table: deadlinesTable },
  { page: '/map', table: mapTable },
  { page: '/capex', table: capexTable },
  { page: '/documents', table: documentsTable },
  { page: '/search', table: searchTable },
  { page: '/stories', table: storiesTable },
  { page: '/cases', table: casesTable },
  { page: '/sources', table: sourcesTable },
  { page: '/screens', table: screensTable },
  { page: '/names', table: namesTable },
  { page: '/shares', table: sharesTable },
  { page: '/suppressions', table: suppressionsTable },
  { page: '/quality', table: qualityTable, json: qualityJson },
  { page: '/rereadings', table: rereadingsTable, json: rereadingsJson },
];
