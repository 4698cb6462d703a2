/** The most an import takes; more is a sign of the wrong file, and is refused by name. */
export const MOST_FILE_BYTES = 8 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
export const MOST_CELL_LENGTH = 20_000;
/** Bytes an XLSX may unfold to: a zip can pack a thousandfold. */
export const MOST_UNPACKED_BYTES = 120 * 1024 * 1024;
