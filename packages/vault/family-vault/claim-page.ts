const script = (): string => `
const form = document.querySelector('form');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch(location.pathname, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: location.hash.slice(1), password: form.password.value }) });
  const said = await answer.json();
  document.querySelector('output').textContent = answer.ok ? 'Done. Sign in with ' + said.email + ' and your new password.' : said.error.message;
  if (answer.ok) form.remove();
});`;

/** The page that the mail of a handing over opens. The token stands behind the # and is sent to nobody but by the form. */
export const claimPage = (nonce: string): { html: string; policy: string } => ({
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DocuVault</title>
<body style="font-family:system-ui;max-width:30rem;margin:4rem auto;padding:0 1rem"><h1 style="font-size:1.25rem">An account for you</h1>
<p>Choose a password; from then on the account is yours alone.</p>
<form><label>New password<br><input name="password" type="password" autocomplete="new-password" minlength="8" maxlength="200" required style="font:inherit;padding:.5rem;width:100%;box-sizing:border-box"></label>
<p><button style="font:inherit;padding:.6rem 1rem">Take the account</button></p></form><output role="status"></output>
<script nonce="${nonce}">${script()}</script></body></html>`,
  policy: `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'none'; base-uri 'none'`,
});
