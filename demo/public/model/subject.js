// Runs after Candor: what the provider's page knows of who is signed in, it says before anything is asked.
{
  const { visitor, session } = window.arrival;
  const { candor } = window;
  if (visitor === 'minor') {
    candor?.setSubject({ signedIn: true, age: 13, ...(session === 'verified' && { guardian: 'verified' }) });
  }
  if (visitor === 'device') candor?.setSubject({ signedIn: session === 'signed-in' });
}
