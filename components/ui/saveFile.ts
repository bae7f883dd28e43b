/** Spreadsheets take a file without it for the machine's own old character set. */
const BYTE_ORDER_MARK = '\ufeff';

/** Has the browser save a text to a file. */
export function saveFile(name: string, text: string, contentType: string): void {
  const body = contentType.startsWith('text/csv') ? BYTE_ORDER_MARK + text : text;
  const url = URL.createObjectURL(new Blob([body], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download holds its own reference once it has begun, in the task after this one.
  setTimeout(() => URL.revokeObjectURL(url));
}
