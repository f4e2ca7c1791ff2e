/** The band that marks every page of a demo. */
const BAND = `margin: 0; padding: .25rem 1rem; background: #e6a117; color: #23201a;
  font: .875rem/1.5rem system-ui, sans-serif; text-align: center`;

export const bandStyle = `.demo-band { ${BAND} }
.demo-band a { color: inherit; font-weight: 700 }
@media print { .demo-band { display: none } }
`;

/** It opens as the market's pages do, which a browser expects of both ends of a way. */
export const deskStyle = `@view-transition { navigation: auto }
@media (prefers-reduced-motion: reduce) { @view-transition { navigation: none } }
.band { ${BAND} }
body { margin: 0; background: #fbf8f1; color: #23201a; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 62rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 2rem; margin: 1rem 0 0 } h3 { font-size: 1.2rem; margin: 0 }
ul { list-style: none; padding: 0; margin: 1.5rem 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)) }
li { background: #fff; border: 1px solid #d9cfba; padding: 1rem; display: flex;
  flex-direction: column } li p { margin: 0 0 .5rem } li form { margin-top: auto }
em { color: #5d5648 } .said { border: 2px solid #b3261e; padding: .5rem 1rem }
button { font: inherit; min-height: 44px; width: 100%; cursor: pointer; background: #4d5b16;
  color: #fbf8f1; border: 0 }
a, button { outline-offset: 2px } a { color: #4d5b16 }
`;
