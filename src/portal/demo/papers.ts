/** Papers of the demonstration: small, whole, and made here. */
import type { GivenFile } from '../collectnet/documents.ts'

/** A page of A4 with these lines, which are ASCII without brackets or backslashes. */
export function pdfPaper(name: string, lines: readonly string[]): GivenFile {
  const text = lines.map((line) => `(${line}) Tj T*`).join(' ')
  const stream = `BT /F1 12 Tf 18 TL 72 770 Td ${text} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return { name, content: Buffer.from(body + table + end, 'latin1') }
}
