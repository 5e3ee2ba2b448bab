import { type Column, headingsOf, isFormula, stampsIn } from './sheet';

/** What one sheet holds beside its heading, and what one cell holds, in characters. */
export const SHEET_ROWS = 1_048_575;
const LONGEST = 32_767;
const CUT = '… (cut)';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet of a workbook, piece by piece: its heading stays in sight. */
export interface SheetXml<Row> {
  begin(): string;
  rows(rows: readonly Row[]): { readonly text: string; readonly escaped: number };
  readonly end: string;
}

export function sheetXmlOf<Row>(columns: readonly Column<Row>[], zone: string): SheetXml<Row> {
  const stamp = stampsIn(zone);
  let escaped = 0;
  const cell = ({ kind, value }: Column<Row>, row: Row): string => {
    const held = value(row);
    if (held === null) return '<c/>';
    if (kind === 'number') return `<c><v>${held}</v></c>`;
    if (kind !== 'text') return ownCell(kind === 'time' ? stamp(held as number) : String(held));
    if (isFormula(held as string)) escaped++;
    return stringCell(held as string);
  };
  return {
    begin: () =>
      `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row>${headingsOf(columns, zone).map(stringCell).join('')}</row>`,
    rows(rows) {
      escaped = 0;
      let text = '';
      for (const row of rows) {
        text += '<row>';
        for (const column of columns) text += cell(column, row);
        text += '</row>';
      }
      return { text, escaped };
    },
    end: '</sheetData></worksheet>',
  };
}

/** Our own words need no care. */
const ownCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** Spaces at the ends of what people wrote would be left out otherwise. */
const EDGES = /^\s|\s$|\n/;
const stringCell = (text: string): string =>
  `<c t="inlineStr"><is><t${EDGES.test(text) ? ' xml:space="preserve"' : ''}>${inXml(shortened(text))}</t></is></c>`;

const shortened = (text: string): string => (text.length <= LONGEST ? text : text.slice(0, LONGEST - CUT.length).toWellFormed() + CUT);

const TOLD = /[&<>]|_x[0-9A-Fa-f]{4}_|[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const ALL_TOLD = new RegExp(TOLD, 'gu');
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML can't hold is spelled as workbooks spell it, `_x0007_`; what only looks so is spelled out too. */
const inXml = (text: string): string => (TOLD.test(text) ? text.replace(ALL_TOLD, told) : text);

const told = (found: string): string =>
  NAMED[found] ?? (found.length > 2 ? `_x005F${found}` : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

export const sheetName = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/** The files around the sheets, so many of which there are. */
export function workbookXml(sheets: number): readonly { readonly name: string; readonly text: string }[] {
  const each = Array.from({ length: sheets }, (_, at) => at + 1);
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return [
    {
      name: '[Content_Types].xml',
      text: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${each.map((number) => part(sheetName(number), 'worksheet')).join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.map((number) => `<sheet name="Report${number > 1 ? ` ${number}` : ''}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.map((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}</Relationships>`,
    },
  ];
}
