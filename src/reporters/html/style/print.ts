/** On paper: one page per project, nothing that wants to be clicked. */

export const PRINT = `
.print-only { display: none; }
@page { size: A4; margin: 14mm 15mm; }
@media print {
  body { font-size: 10pt; background: #fff; }
  .frame { max-width: none; padding: 0; }
  .top, .tools, .js .tools, .skip, .theme, .jump, .screen-only, .row > summary::after { display: none !important; }
  main { gap: 4mm; padding: 0; }
  .card { box-shadow: none; break-inside: avoid; }
  .project { padding: 4mm 5mm; gap: 3mm 6mm; grid-template-columns: minmax(0, 1fr) auto; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; }
  .rows { columns: 2; column-gap: 6mm; border: 0; border-radius: 0; }
  .rows > li { break-inside: avoid; border: 0 !important; }
  .row > summary { padding: .8mm 0; grid-template-columns: auto minmax(0, 1fr); font-size: 9pt; }
  .row .first, .row .tag, .row .inside, .row .because, .claimed, .frame-of { display: none; }
  .doubts { font-size: 8pt; margin-top: 1mm; line-height: 1.35; }
  .sides { grid-template-columns: 1fr 1fr; }
  .gauge, .level-3 .gauge { display: block; width: 34mm; text-align: center; } .gauge .small { font-size: 8pt; line-height: 1.3; }
  .project .about { font-size: 9.5pt; } .project .whole, .facts { font-size: 9pt; margin-top: 1mm; }
  .sides { padding-top: 3mm; gap: 3mm 8mm; } .points .detail { font-size: 8.5pt; }
  .gauge svg, .level-3 .gauge svg { width: 24mm; height: 24mm; margin-inline: auto; }
  .points { gap: 1.5mm; } .points > li { break-inside: avoid; }
  .head { margin-bottom: 2mm; break-after: avoid; } .head p { display: none; }
  .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 3mm; } .tile { padding: 3mm; }
  #matrix { break-before: page; }
  .on-paper { break-before: page; }
  .projects { display: block; } .projects > .project { break-before: page; break-inside: avoid; }
  .all > summary { display: none; } .all { border: 0; padding: 0; }
  .checks { display: block; columns: 2; column-gap: 6mm; font-size: 8.5pt; line-height: 1.4; } .checks li { break-inside: avoid; }
  .checks .part { break-after: avoid; } .points { gap: 1.5mm; } .points code { white-space: nowrap; }
  .way { grid-template-columns: repeat(4, minmax(0, 1fr)); } .charts { grid-template-columns: 1fr 1fr; }
  .matrix { font-size: 8pt; } .matrix .up { max-height: 34mm; } .scroll { overflow: visible; }
  .matrix tbody th { min-width: 0; max-width: 45mm; }
  a { color: inherit; text-decoration: none; } .live { color: var(--accent); }
  footer { padding: 3mm 0 0; font-size: 8pt; } .paged footer { display: none; } .print-only { display: block; }
}
`;
