// The style of tables: rules above and below, a hairline between rows, no lines between columns (resources/print/tables.css).
/** Its id, for tables that take it. */
export const tableStyleId = 'BriefTable'

// docx writes styles of paragraphs and characters only, and drops its own where others are imported.
/** A document's styles (word/styles.xml) with that of tables. */
export function withTableStyle(styles: string): string {
  return styles.replace(
    '</w:styles>',
    `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyleId}"><w:name w:val="Brief Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="2" w:space="0" w:color="C4C4C4"/></w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="227" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
  )
}
