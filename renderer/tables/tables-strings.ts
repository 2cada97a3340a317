// The words of tables in the editor.

export const tablesStrings = {
  tables: {
    toolbar: 'Table',
    rows: 'Row',
    columns: 'Column',
    insertRow: 'Insert row below',
    deleteRow: 'Delete row',
    insertColumn: 'Insert column after',
    deleteColumn: 'Delete column',
    left: 'Align column left',
    centre: 'Centre column',
    right: 'Align column right',
    keys: 'Tab: next cell · Alt+Shift+arrows: move · Esc: leave · Alt+F10: this bar',
  },
}
