import { escapeHtml } from './escapeHtml';
import type { MailLine, MailParts } from './mailParts';

/**
 * A mail's HTML: one column, no pictures, nothing loaded. What feeds and people wrote is text.
 * Colours are stated both as text and ground, so that mail programs in the dark turn both or none.
 */
export function htmlOfMail(parts: MailParts): string {
  const { locale, simulated, title, lead, sections, action, footer } = parts;
  const e = escapeHtml;
  return `<!doctype html>
<html lang="${e(locale)}"><head><meta charset="utf-8"><title>${e(title)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f9;color:#14171c;font:16px/24px system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;color:#14171c;border:1px solid #dfe2e8;border-radius:10px">
${simulated ? `<p style="margin:0 0 16px;padding:8px 12px;background:#f0c419;color:#14171c;border-radius:6px;font-weight:600">${e(simulated)}</p>` : ''}
<h1 style="margin:0 0 8px;font-size:20px;line-height:28px">${e(title)}</h1>
<p style="margin:0 0 16px;color:#5f6775">${e(lead)}</p>
${sections.map(sectionHtml).join('\n')}
<p style="margin:24px 0 0"><a href="${e(action.url)}" style="display:inline-block;padding:10px 16px;background:#a5e52f;color:#14171c;border-radius:6px;font-weight:600;text-decoration:none">${e(action.label)}</a></p>
</div>
<p style="max-width:600px;margin:16px auto 0;color:#5f6775;font-size:12px;line-height:16px">${e(footer.text)} <a href="${e(footer.url)}" style="color:#5f6775">${e(footer.url)}</a></p>
</body></html>`;
}

function sectionHtml({ heading, lines, more }: MailParts['sections'][number]): string {
  const note = more ? `<p style="margin:8px 0 0;color:#5f6775">${escapeHtml(more)}</p>` : '';
  return `<h2 style="margin:24px 0 4px;font-size:16px;line-height:24px">${escapeHtml(heading)}</h2>
<table role="presentation" style="width:100%;border-collapse:collapse;font-size:14px;line-height:20px">
${lines.map(lineHtml).join('\n')}
</table>${note}`;
}

function lineHtml({ name, url, facts, rules }: MailLine): string {
  const title = url
    ? `<a href="${escapeHtml(url)}" style="color:#14171c;font-weight:600">${escapeHtml(name)}</a>`
    : `<strong>${escapeHtml(name)}</strong>`;
  return `<tr><td style="padding:8px 0;border-top:1px solid #dfe2e8">${title}<br>${escapeHtml(facts)}<br><span style="color:#5f6775;font-size:12px">${escapeHtml(rules)}</span></td></tr>`;
}
